import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'

const columns = ['member_id', 'deleted_at', 'deleted_by', 'body'] as const

/** A post that is or was public, or a comment that does not stand under a private one. */
export async function selectWritten(db: Db, kind: 'post' | 'comment', id: string) {
  if (kind === 'post') {
    const post = db.selectFrom('posts').select(columns).select('title').where('id', '=', id)
    const row = await post.where('published_at', 'is not', null).executeTakeFirst()
    return row && { ...row, subject: { kind: 'post', id } }
  }
  const row = await db
    .selectFrom('comments')
    .leftJoin('posts', (j) => j.on('subject_kind', '=', 'post').onRef('posts.id', '=', 'subject_id'))
    .select(['comments.member_id', 'comments.deleted_at', 'comments.deleted_by', 'comments.body'])
    .select(['subject_kind', 'subject_id', 'posts.id as post_id', 'posts.published_at'])
    .where('comments.id', '=', id)
    .executeTakeFirst()
  if (!row || (row.post_id !== null && row.published_at === null)) return undefined
  return { ...row, title: '', subject: { kind: row.subject_kind, id: row.subject_id } }
}

export function selectHidden(tx: Db, kind: 'post' | 'comment', id: string) {
  const table = kind === 'post' ? ('posts' as const) : ('comments' as const)
  return tx.selectFrom(table).select(columns).where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

export async function updateRestored(tx: Db, kind: 'post' | 'comment', id: string) {
  const table = kind === 'post' ? ('posts' as const) : ('comments' as const)
  await tx.updateTable(table).set({ deleted_at: null, deleted_by: null }).where('id', '=', id).execute()
}

/** Counts in a thread that is held. */
export async function updateThreadCount(tx: Db, subject: { kind: string; id: string }, change: number) {
  await tx
    .updateTable('threads')
    .set((e) => ({ comment_count: e('comment_count', '+', change) }))
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
}

export async function selectCarried(db: Db, kind: 'post' | 'comment', id: string) {
  const countIn = (table: 'arguments' | 'evidence') =>
    db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('source_kind', '=', kind)
      .where('source_id', '=', id)
      .executeTakeFirstOrThrow()
  const [argued, cited] = [await countIn('arguments'), await countIn('evidence')]
  return { arguments: Number(argued.n), citations: Number(cited.n) }
}
