import type { Member } from '#app/features/accounts/member.ts'
import { touch } from '#app/features/activity/activity.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { bearOn } from '../arguments/arguments.server.ts'
import { attachEvidence } from '../arguments/evidence.server.ts'
import type { Source } from '../bearing.ts'
import { keepReviewed } from '../reviews/reviews.server.ts'
import * as queries from './empty-written.queries.server.ts'

/** Empties so many posts of a member who is removed, for good: what was private or deleted, or all of it. Threads stay, and so does what others wrote with them. Answers how many there were. */
export function emptyPostsOf(db: Db, removed: Member, all: boolean, most: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    await queries.deleteInvitations(tx, removed.id)
    const ids = await queries.selectPostsWithWords(tx, removed.id, all, most)
    for (const id of ids) {
      await queries.updatePostEmptied(tx, id, removed.id, now())
      await keepReviewed(tx, { id, kind: '', url: null, review: null })
      await emptyBeside(tx, removed, { kind: 'post', id })
    }
    return ids.length
  })
}

/** As emptyPostsOf, for comments: each leaves a tombstone, and what answers it. */
export function emptyCommentsOf(db: Db, removed: Member, all: boolean, most: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    const comments = await queries.selectCommentsWithWords(tx, removed.id, all, most)
    for (const comment of comments) {
      await queries.updateCommentEmptied(tx, comment, removed.id, now())
      await emptyBeside(tx, removed, { kind: 'comment', id: comment.id })
      await touch(tx, { kind: comment.subject_kind, id: comment.subject_id })
    }
    return comments.length
  })
}

/** What stands beside the words: evidence with its notes, what they argue, the names in them. */
async function emptyBeside(tx: Db, removed: Member, source: Source) {
  await attachEvidence(tx, removed, source, [])
  await bearOn(tx, source, null)
  await keepMentions(tx, source)
  await touch(tx, source)
}
