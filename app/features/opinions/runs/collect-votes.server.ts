import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
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

const valueIn: Record<BallotVerdict, Value> = { fits: 1, partly: 0, misfits: -1, unsure: 0 }

/** The ballots on the claim, or on all others, as members × cells; one cell after another, so that millions fit. */
export async function collectVotes(db: Db, claimId: string, basis: Basis): Promise<Collected> {
  const collector = new VoteCollector()
  const claimOf = new Map<string, string>()
  for (const { claim_id, standpoint_id, framing_id } of await queries.selectJudgedCells(db, claimId, basis)) {
    const cell = keyOf(standpoint_id, framing_id)
    claimOf.set(cell, claim_id)
    for (const { verdict, members } of await queries.selectJudges(db, standpoint_id, framing_id))
      for (const member of members.split(',')) collector.add(member, cell, valueIn[verdict])
  }
  return { matrix: collector.matrix(), claimOf }
}
