import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { CommentRow, ThreadRow } from '#db/tables.ts'
import type { Subject } from '../comment.ts'

/** Holds a thread, which is made where there is none, until the transaction ends. */
export async function upsertThreadToHold(tx: Db, { kind, id }: Subject): Promise<Pick<ThreadRow, 'locked'>> {
  return tx
    .insertInto('threads')
    .values({ subject_kind: kind, subject_id: id, comment_count: 0, locked: 0, last_comment_at: null })
    .onConflict((c) =>
      c
        .columns(['subject_kind', 'subject_id'])
        .doUpdateSet((e) => ({ comment_count: e('threads.comment_count', '+', 0) })),
    )
    .returning('locked')
    .executeTakeFirstOrThrow()
}

export function selectCommentToMove(tx: Db, id: string) {
  return tx.selectFrom('comments').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirstOrThrow()
}

/** All that stands under a subject, by who answers whom. */
export function selectPlaces(tx: Db, { kind, id }: Subject) {
  return tx
    .selectFrom('comments')
    .select(['id', 'parent_id', 'deleted_at'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
}

/** The line that says that a comment was moved from this thread. */
export function selectLineIn(tx: Db, id: string, { kind, id: subjectId }: Subject) {
  return tx
    .selectFrom('comments')
    .select(['id', 'parent_id', 'depth'])
    .where('moved_to', '=', id)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst()
}

/** Where a comment was last, if it was moved and not back. */
export function selectLastLine(db: Db, id: string) {
  return db
    .selectFrom('comments')
    .select(['subject_kind', 'subject_id'])
    .where('moved_to', '=', id)
    .orderBy('deleted_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

export async function insertLine(tx: Db, row: CommentRow) {
  await tx.insertInto('comments').values(row).execute()
}

export async function deleteLine(tx: Db, id: string) {
  await tx.deleteFrom('comments').where('id', '=', id).execute()
}

export async function updatePlaces(tx: Db, ids: readonly string[], { kind, id }: Subject, deeper: number) {
  await tx
    .updateTable('comments')
    .set((e) => ({ subject_kind: kind, subject_id: id, depth: e('depth', '+', deeper) }))
    .where('id', 'in', ids)
    .execute()
}

export async function updateParent(tx: Db, id: string, parentId: string | null) {
  await tx.updateTable('comments').set({ parent_id: parentId }).where('id', '=', id).execute()
}

/** Counts so many more or fewer in a thread that is held, and says anew when the last one was written. */
export async function updateThreadMoved(tx: Db, { kind, id }: Subject, change: number) {
  const last = tx
    .selectFrom('comments')
    .select((e) => e.fn.max('created_at').as('at'))
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .where('moved_to', 'is', null)
  await tx
    .updateTable('threads')
    .set((e) => ({ comment_count: e('comment_count', '+', change), last_comment_at: last }))
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .execute()
}
