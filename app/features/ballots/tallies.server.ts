import type { Claim } from '#app/features/claims/claim.ts'
import { findClaim, variantsOf } from '#app/features/claims/claims.server.ts'
import type { Framing } from '#app/features/claims/framing.ts'
import { dayNumber, dayOf, now } from '#app/lib/clock.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { EverywhereTallyRow, TallyRow, VerdictPairRow } from '#db/tables.ts'
import { earlierCounts } from './earlier/earlier-counts.server.ts'
import * as queries from './tallies.queries.server.ts'
import {
  type CellCounts,
  type CellTally,
  cellTally,
  type JudgedEverywhere,
  type JudgedPair,
  leadingFraming,
  type Reading,
  type Standing,
  type Tally,
  tally,
} from './tally.ts'

/** A claim's tally as it stands, or as it stood at the end of a UTC day (`2026-11-21`). Today is not over: its tally is the one that stands. */
export async function tallyOf(db: Db, claimId: string, { at, intervals }: Reading = {}): Promise<Tally> {
  const day = at == null ? null : dayFrom(at)
  const claim = await findClaim(db, claimId)
  const isNow = day === null || day === dayNumber(now())
  const standing = isNow ? await standingNow(db, claim) : await standingAt(db, claim, day)
  return tally(claim, standing, { at, intervals })
}

function dayFrom(day: string): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  // Date.parse takes 31 February for 3 March.
  if (Number.isNaN(start) || dayOf(start) !== day) throw invalid({ at: 'A day is written 2026-11-21.' })
  if (start > now()) throw invalid({ at: 'This day has not come yet (days are in UTC).' })
  return dayNumber(start)
}

async function standingNow(db: Db, claim: Claim): Promise<Standing> {
  const cells = (await queries.selectTallies(db, [claim.id])).map(countsOf)
  const pairs = (await queries.selectPairs(db, claim.id, suppositionsOf(claim))).map(pairOf)
  const everywhere = (await queries.selectEverywhere(db, claim.id, claim.standpoints.length)).map(everywhereOf)
  const [counted] = await queries.selectVoterCounts(db, [claim.id])
  return { voters: counted?.voters ?? 0, cells, pairs, everywhere, earlier: await earlierCounts(db, claim.id) }
}

async function standingAt(db: Db, claim: Claim, day: number): Promise<Standing> {
  const cells = (await queries.selectTalliesAt(db, claim.id, day)).map(countsOf)
  const pairs = (await queries.selectPairsAt(db, claim.id, suppositionsOf(claim), day)).map(pairOf)
  const everywhere = (await queries.selectEverywhereAt(db, claim.id, claim.standpoints.length, day)).map(everywhereOf)
  return { voters: await queries.selectVotersAt(db, claim.id, day), cells, pairs, everywhere }
}

/** The places of standpoints that suppose a proposition. */
const suppositionsOf = ({ standpoints }: Claim) =>
  standpoints.flatMap(({ propositionId }, place) => (propositionId === null || place === 0 ? [] : [place]))

const pairOf = (row: Omit<VerdictPairRow, 'claim_id'>): JudgedPair => ({
  framingId: row.framing_id,
  places: [row.place, row.other_place],
  verdicts: [row.verdict, row.other_verdict],
  members: row.members,
})

const everywhereOf = (row: Omit<EverywhereTallyRow, 'claim_id' | 'standpoints'>): JudgedEverywhere => ({
  framingId: row.framing_id,
  standpointId: row.standpoint_id,
  fits: row.fits,
  partly: row.partly,
  misfits: row.misfits,
})

function countsOf(row: Omit<TallyRow, 'claim_id'>): CellCounts {
  const { standpoint_id, framing_id, fits, partly, misfits, unsure, handles } = row
  return { standpointId: standpoint_id, framingId: framing_id, fits, partly, misfits, unsure, handles }
}

export interface ClaimStanding {
  voters: number
  /** Every cell with votes. */
  cells: CellTally[]
}

/** Of each of these claims, how many voted and what its cells count: what lists show. */
export async function standingsOf(db: Db, claimIds: readonly string[]): Promise<Map<string, ClaimStanding>> {
  const rows = (await queries.selectTallies(db, claimIds)).filter((row) => row.framing_id)
  const ofClaim = Map.groupBy(rows, (row) => row.claim_id)
  const voters = new Map((await queries.selectVoterCounts(db, claimIds)).map((row) => [row.claim_id, row.voters]))
  return new Map(
    claimIds.map((id) => [
      id,
      {
        voters: voters.get(id) ?? 0,
        cells: (ofClaim.get(id) ?? []).map((row) => cellTally(countsOf(row))),
      },
    ]),
  )
}

/** How a framing fares, all things considered, on those of the claims where anybody judged it. */
export async function framingOverClaims(
  db: Db,
  framingId: string,
  claimIds: readonly string[],
): Promise<Map<string, CellTally>> {
  const rows = await queries.selectTalliesOfFraming(db, framingId, claimIds)
  return new Map(rows.map((row) => [row.claim_id, cellTally(countsOf(row))]))
}

export interface LadderRung {
  claim: Claim
  /** The leading framing's cell, all things considered. */
  cell: CellTally | undefined
}

/** The ladder that a case stands on: the original, then its variants, each with how the original's leading framing fares. Empty without variants. */
export async function ladderOf(db: Db, claim: Claim): Promise<{ rungs: LadderRung[]; leading: Framing | undefined }> {
  const root = claim.variantOf ? await findClaim(db, claim.variantOf) : claim
  const variants = await variantsOf(db, root.id)
  if (variants.length === 0) return { rungs: [], leading: undefined }
  const claims = [root, ...variants]
  const standings = await standingsOf(
    db,
    claims.map(({ id }) => id),
  )
  const leading = leadingFraming(root, standings.get(root.id) ?? { cells: [] })
  const cellOf = ({ id, standpoints }: Claim) =>
    standings.get(id)?.cells.find((cell) => cell.framingId === leading && cell.standpointId === standpoints[0]?.id)
  return {
    rungs: claims.map((one) => ({ claim: one, cell: cellOf(one) })),
    leading: root.framings.find(({ id }) => id === leading),
  }
}
