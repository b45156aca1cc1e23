import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { recount } from '../counting/recount.server.ts'
import { keepLabel } from '../labels.server.ts'
import * as queries from './take-back-label-votes.queries.server.ts'

/** Takes back so many label votes of a member who is removed, also those that a merge copied; answers how many it found. A labelling that only these held goes with them. */
export function takeBackLabelVotesOf(db: Db, memberId: string, most: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    const pairs = await queries.selectVotedOn(tx, memberId, most)
    for (const id of [...new Set(pairs.map((pair) => pair.label_id))].sort()) await keepLabel(tx, id)
    for (const pair of pairs) {
      await queries.updateLabellingToHold(tx, pair)
      await queries.deleteVote(tx, pair, memberId)
      await recount(tx, pair.label_id, pair.excerpt_id)
      await queries.deleteAbandoned(tx, pair)
      await touch(tx, { kind: 'excerpt', id: pair.excerpt_id })
      await touch(tx, { kind: 'label', id: pair.label_id })
    }
    return pairs.length
  })
}

/** How many label votes a member has standing. */
export function labelVotesStanding(db: Db, memberId: string): Promise<number> {
  return queries.selectVoteCount(db, memberId)
}
