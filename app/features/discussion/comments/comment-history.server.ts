import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { notAllowed } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Comment, daysToRestore, mayRestore } from '../comment.ts'
import type { Revision } from '../post.ts'
import * as queries from './comments.queries.server.ts'
import { deletionOf } from './comments.server.ts'
import { holdComment } from './hold-comment.server.ts'

/** Brings back a comment that its author deleted, with all that it had. Twice is as once. */
export async function restoreComment(db: Db, member: Member, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { row, subject } = await holdComment(tx, id, member)
    if (row.deleted_at === null && row.member_id === member.id) return
    if (row.deleted_at === null || !mayRestore(member, deletionOf(row, row.deleted_at), now()))
      throw notAllowed(`Who deleted a comment of their own can restore it, for ${daysToRestore} days.`)
    await queries.updateComment(tx, id, { deleted_at: null, deleted_by: null })
    await queries.updateThreadCount(tx, subject, 1)
    await record(tx, member, 'comment.restored', { kind: 'comment', id })
    await touch(tx, subject)
  })
}

/** What a comment said at each of its revisions, the newest first; of a deleted one nothing. */
export async function commentRevisionsOf(db: Db, comment: Comment): Promise<Revision[]> {
  return comment.isDeleted ? [] : queries.selectCommentRevisions(db, comment.id)
}
