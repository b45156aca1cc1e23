import { countsByAge, youngSince } from '#app/features/ballots/established/by-age.server.ts'
import { comparable } from '#app/features/ballots/established/by-age.ts'
import type { CellTally } from '#app/features/ballots/tally.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { type Burst, burstsIn, toldMs } from './burst.ts'
import * as queries from './young.queries.server.ts'

/** A cell with and without the ballots of young members. */
export interface Compared {
  framing: string
  standpoint: string
  all: Pick<CellTally, 'n' | 'share'>
  without: Pick<CellTally, 'n' | 'share'>
}

export interface ComparedBurst extends Burst {
  statement: string
  voters: number
  cells: Compared[]
}

const [mostBursts, mostCells] = [20, 6]

/** Where many young members voted on one claim within a day lately, with the tally as it is and as it would be without young members. */
export async function recentBursts(db: Db): Promise<ComparedBurst[]> {
  const rows = await queries.selectYoungVotes(db, Math.max(now() - toldMs, await youngSince(db)))
  const votes = rows.map(({ claim_id, cast_at }) => ({ claimId: claim_id, castAt: Number(cast_at) }))
  const counts = await queries.selectVoterCounts(db, [...new Set(votes.map(({ claimId }) => claimId))].slice(0, 1000))
  const voters = new Map(counts.map((row) => [row.claim_id, row.voters]))
  const bursts = burstsIn(votes, (id) => voters.get(id) ?? 0).slice(0, mostBursts)
  return Promise.all(
    bursts.map(async (burst) => ({
      ...burst,
      statement: (await findClaim(db, burst.claimId)).statement,
      voters: voters.get(burst.claimId) ?? 0,
      cells: await comparedOn(db, burst.claimId),
    })),
  )
}

/** The cells of a claim that young members change most, wherever enough of them and of others judged that nobody is told of alone. */
export async function comparedOn(db: Db, claimId: string): Promise<Compared[]> {
  const claim = await findClaim(db, claimId)
  const changed = comparable(await countsByAge(db, claimId)).cells.map(({ all, established }) => ({
    framing: claim.framings.find(({ id }) => id === all.framingId)?.name ?? '',
    standpoint: claim.standpoints.find(({ id }) => id === all.standpointId)?.name ?? '',
    ...{ all, without: established },
  }))
  return changed.sort((a, b) => changeOf(b) - changeOf(a)).slice(0, mostCells)
}

/** A cell of which nothing but unsure ballots would be left is changed most. */
const changeOf = ({ all, without }: Compared) =>
  all.share === null || without.share === null ? 1 : Math.abs(all.share - without.share)
