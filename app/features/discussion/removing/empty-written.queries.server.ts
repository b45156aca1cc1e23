import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'

/** What a post that was emptied is called. */
const emptied = '[deleted]'

const hasCoAuthors = sql<SqlBool>`exists (select 1 from post_authors a
  where a.post_id = posts.id and a.accepted_at is not null)`

/** So many posts of a member that still have words: private and deleted ones, or all; never what others wrote with them. */
export async function selectPostsWithWords(db: Db, memberId: string, all: boolean, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('posts')
    .select('id')
    .where('member_id', '=', memberId)
    .where((e) => e.or([e('deleted_at', 'is', null), e('body', '<>', ''), e('title', '<>', emptied)]))
    .where((e) => e.not(hasCoAuthors))
    .$if(!all, (query) => query.where((e) => e.or([e('deleted_at', 'is not', null), e('published_at', 'is', null)])))
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** So many comments of a member that still have words: deleted ones, or all; in the order in which their threads are held. */
export function selectCommentsWithWords(db: Db, memberId: string, all: boolean, most: number) {
  return db
    .selectFrom('comments')
    .select(['id', 'subject_kind', 'subject_id'])
    .where('member_id', '=', memberId)
    .where((e) => e.or([e('deleted_at', 'is', null), e('body', '<>', '')]))
    .$if(!all, (query) => query.where('deleted_at', 'is not', null))
    .orderBy('subject_kind')
    .orderBy('subject_id')
    .orderBy('id')
    .limit(most)
    .execute()
}

const coalesced = (at: number) => sql<number>`coalesce(deleted_at, cast(${at} as bigint))`

export async function updatePostEmptied(tx: Db, id: string, memberId: string, at: number) {
  const words = { title: emptied, body: '', html: '', url: null, review: null }
  const gone = { deleted_at: coalesced(at), deleted_by: sql<string>`coalesce(deleted_by, ${memberId})` }
  await tx
    .updateTable('posts')
    .set({ ...words, ...gone })
    .where('id', '=', id)
    .execute()
  const { html: _, ...revision } = words
  await tx.updateTable('post_revisions').set(revision).where('post_id', '=', id).execute()
}

/** Counts in the thread what it takes away there; the thread is held until the transaction ends. */
export async function updateCommentEmptied(
  tx: Db,
  comment: { id: string; subject_kind: string; subject_id: string },
  memberId: string,
  at: number,
) {
  const thread = tx.updateTable('threads').where('subject_kind', '=', comment.subject_kind)
  const held = thread.where('subject_id', '=', comment.subject_id)
  await held.set((e) => ({ comment_count: e('comment_count', '+', 0) })).execute()
  const gone = await tx
    .updateTable('comments')
    .set({ deleted_at: at, deleted_by: memberId })
    .where('id', '=', comment.id)
    // Moved meanwhile it is counted elsewhere, and is found there the next time.
    .where('subject_kind', '=', comment.subject_kind)
    .where('subject_id', '=', comment.subject_id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  const counted = Number(gone.numUpdatedRows)
  await held.set((e) => ({ comment_count: e('comment_count', '-', counted) })).execute()
  await tx.updateTable('comments').set({ body: '', html: '' }).where('id', '=', comment.id).execute()
  await tx.updateTable('comment_revisions').set({ body: '' }).where('comment_id', '=', comment.id).execute()
  await tx.deleteFrom('quotes').where('comment_id', '=', comment.id).execute()
}

/** What others asked them to write with them, and they did not answer. */
export async function deleteInvitations(tx: Db, memberId: string) {
  await tx.deleteFrom('post_authors').where('member_id', '=', memberId).where('accepted_at', 'is', null).execute()
}
