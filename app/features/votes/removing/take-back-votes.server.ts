import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './take-back-votes.queries.server.ts'

/** Takes back so many votes of a member who is removed, each with the totals held; answers how many it found. */
export function takeBackVotesOf(db: Db, memberId: string, most: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    const votedOn = await queries.selectVotedOn(tx, memberId, most)
    for (const one of votedOn) {
      await queries.updateTotals(tx, one, 0, 0)
      const value = await queries.deleteVote(tx, one, memberId)
      if (value !== undefined) await queries.updateTotals(tx, one, -Number(value === 1), -Number(value === -1))
      await touch(tx, { kind: one.target_kind, id: one.target_id })
    }
    return votedOn.length
  })
}

/** How many votes on posts and comments a member has standing. */
export function approvalsStanding(db: Db, memberId: string): Promise<number> {
  return queries.selectVoteCount(db, memberId)
}
