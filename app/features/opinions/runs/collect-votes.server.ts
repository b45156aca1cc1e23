import { keyOf } from '#app/features/ballots/tally.ts'
import type { Db } from '#db/open.ts'
import { type Value, VoteCollector, type VoteMatrix } from '../camps/vote-matrix.ts'
import type { Basis } from './run.ts'
import * as queries from './runs.queries.server.ts'

export interface Collected {
  matrix: VoteMatrix
  /** The claim that each cell belongs to. */
  claimOf: Map<string, string>
}

const values: (Value | null)[] = [null, 1, -1, 0]

/** The ballots on the claim, or on all others, as members × cells; one framing after another, so that millions fit. */
export async function collectVotes(db: Db, claimId: string, basis: Basis): Promise<Collected> {
  const collector = new VoteCollector()
  const claimOf = new Map<string, string>()
  for (const { claim_id, framing_id } of await queries.selectJudgedFramings(db, claimId, basis)) {
    const cells: string[] = []
    for (const { id, position } of await queries.selectStandpointsOf(db, claim_id)) {
      cells[position] = keyOf(id, framing_id)
      claimOf.set(keyOf(id, framing_id), claim_id)
    }
    for (const { member_id, pattern } of await queries.selectJudgements(db, claim_id, framing_id))
      addPattern(collector, member_id, cells, Number(pattern))
  }
  return { matrix: collector.matrix(), claimOf }
}

function addPattern(collector: VoteCollector, member: string, cells: readonly string[], pattern: number) {
  for (let [rest, position] = [pattern, 0]; rest > 0; rest = Math.floor(rest / 4), position++) {
    const value = values[rest % 4] ?? null
    if (value !== null) collector.add(member, cells[position] as string, value)
  }
}
