import { dayNumber } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { changesBetween } from './changes.ts'
import * as queries from './counters.queries.server.ts'

export type { Place } from './counters.queries.server.ts'

/** Does what changes these members' votes at a place, and counts what changed: every counter and the day's, in the same transaction. The work answers when it happened, ms; null: nothing did. Answers by how many votes and voters the claim has more. */
export async function keepCounts(
  tx: Db,
  place: queries.Place,
  memberIds: readonly string[],
  work: () => Promise<number | null>,
) {
  const { claimId } = place
  const had = new Map<string, number>()
  for (const id of memberIds.toSorted()) had.set(id, await queries.upsertVoter(tx, claimId, id, 0))
  const before = await queries.selectStandingVotes(tx, place, memberIds)
  const at = await work()
  const after = at === null ? before : await queries.selectStandingVotes(tx, place, memberIds)
  const { cells, pairs, everywhere, votes } = changesBetween(before, after)
  const day = dayNumber(at ?? 0)
  let voters = 0
  for (const [id, votesBefore] of had) voters += await countVotes(tx, claimId, id, votesBefore, votes.get(id) ?? 0)
  await queries.upsertTallies(tx, claimId, day, cells)
  await queries.upsertPairs(tx, claimId, day, pairs)
  await queries.upsertEverywhere(tx, claimId, day, everywhere)
  if (voters !== 0) await queries.upsertVoterCount(tx, claimId, day, voters)
  return { claimId, voters, votes: [...votes.values()].reduce((all, more) => all + more, 0) }
}

/** Counts the member's own votes; answers whether the claim has a voter more or less. */
async function countVotes(tx: Db, claimId: string, memberId: string, before: number, more: number): Promise<number> {
  const after = before + more
  if (after === 0) await queries.deleteVoter(tx, claimId, memberId)
  else if (more !== 0) await queries.upsertVoter(tx, claimId, memberId, more)
  return Math.sign(after) - Math.sign(before)
}
