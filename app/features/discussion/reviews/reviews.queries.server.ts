import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'

export async function deleteReviewed(tx: Db, postId: string) {
  await tx.deleteFrom('reviewed_works').where('post_id', '=', postId).execute()
}

export async function insertReviewed(tx: Db, rows: readonly { post_id: string; work_key: string }[]) {
  if (rows.length > 0) await tx.insertInto('reviewed_works').values(rows).execute()
}

interface Page {
  limit: number
  after: readonly [time: number, id: string] | null
}

/** The published reviews of a work, the newest first, one more than the page takes. */
export function selectReviews(db: Db, keys: readonly string[], { limit, after }: Page) {
  return db
    .selectFrom('posts')
    .innerJoin('members', 'members.id', 'posts.member_id')
    .leftJoin('threads', (j) => j.on('threads.subject_kind', '=', 'post').onRef('threads.subject_id', '=', 'posts.id'))
    .select(['posts.id', 'posts.title', 'posts.html', 'posts.created_at', 'members.handle', 'threads.comment_count'])
    .where('posts.id', 'in', db.selectFrom('reviewed_works').select('post_id').where('work_key', 'in', keys))
    .where('posts.kind', '=', 'review')
    .where('posts.deleted_at', 'is', null)
    .where('posts.published_at', 'is not', null)
    .$if(after !== null, (q) => q.where(isListedAfter('posts', after ?? [0, ''])))
    .orderBy('posts.created_at', 'desc')
    .orderBy('posts.id', 'desc')
    .limit(limit + 1)
    .execute()
}
