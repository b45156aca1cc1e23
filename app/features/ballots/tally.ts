import { countOf, type State, shareOf, splitOf, stateOf, wilson } from '#app/lib/statistics.ts'
import type { BallotVerdict, Judged } from './ballot.ts'
import { type Crux, cruxesIn, type Opposed, opposedIn } from './opposition.ts'
import { type Effect, type EffectIntervals, effectsOf } from './standpoint-effect.ts'

/** How many verdicts of each kind one cell has, and how many would use its framing as the name. */
export interface CellCounts extends Record<BallotVerdict, number> {
  standpointId: string
  framingId: string
  handles: number
}

/** So many members judged a framing so from one standpoint and so from another; a place is a standpoint's in the claim's order. */
export interface JudgedPair {
  framingId: string
  places: readonly [number, number]
  verdicts: readonly [Judged, Judged]
  members: number
}

/** How the members who judged a framing from every standpoint of its claim judged it from one of them. */
export interface JudgedEverywhere extends Record<Judged, number> {
  framingId: string
  standpointId: string
}

/** All that a tally is made from. The framing '' counts "none of these". */
export interface Standing {
  voters: number
  cells: readonly CellCounts[]
  /** Between the two standpoints named first, and between all things considered and each supposition. */
  pairs: readonly JudgedPair[]
  everywhere: readonly JudgedEverywhere[]
  /** What was said on words that meant something else: never counted. */
  earlier?: readonly CellCounts[]
}

export interface CellTally extends CellCounts {
  n: number
  /** Null when n = 0, as are low, high and split. */
  share: number | null
  low: number | null
  high: number | null
  split: number | null
  state: State
}

export interface Tally {
  claimId: string
  /** The UTC day at whose end it stood so; null: now. */
  at: string | null
  voters: number
  cells: CellTally[]
  noneOfThese: { standpointId: string; handles: number }[]
  standpointEffect: Effect[]
  opposed: Opposed[]
  cruxes: Crux[]
  /** Cells with votes that were cast on earlier words, and are not counted until those who cast them confirm them. */
  earlier: CellCounts[]
}

/** What a tally needs to know of a claim; the first standpoint is "all things considered". */
export interface Judging {
  id: string
  standpoints: readonly { id: string; propositionId: string | null }[]
  framings: readonly { id: string }[]
}

export interface Reading {
  /** The UTC day at whose end it stood so; null: now. */
  at?: string | null
  /** What was drawn before, so that only what changed is drawn anew. */
  intervals?: EffectIntervals
}

/** The tally of a claim: a cell for each standpoint and framing, zeros included, and what follows from them. */
export function tally(claim: Judging, standing: Standing, { at = null, intervals }: Reading = {}): Tally {
  const counted = new Map(standing.cells.map((cell) => [keyOf(cell.standpointId, cell.framingId), cell]))
  const countsOf = (standpointId: string, framingId: string) =>
    counted.get(keyOf(standpointId, framingId)) ?? noCounts(standpointId, framingId)
  return {
    claimId: claim.id,
    at,
    voters: standing.voters,
    cells: claim.framings.flatMap((framing) =>
      claim.standpoints.map((standpoint) => cellTally(countsOf(standpoint.id, framing.id))),
    ),
    noneOfThese: claim.standpoints.map(({ id }) => ({ standpointId: id, handles: countsOf(id, '').handles })),
    standpointEffect: effectsOf(claim, standing.pairs, intervals),
    opposed: opposedIn(claim, standing.everywhere),
    cruxes: cruxesIn(claim, standing.pairs),
    earlier: [...(standing.earlier ?? [])],
  }
}

export function cellTally(counts: CellCounts): CellTally {
  const { standpointId, framingId, fits, partly, misfits, unsure, handles } = counts
  const n = countOf(counts)
  const share = shareOf(counts)
  const { low, high } = share === null ? { low: null, high: null } : wilson(share, n)
  const cell = { standpointId, framingId, fits, partly, misfits, unsure, n, share, low, high }
  return { ...cell, split: splitOf(counts), state: stateOf(counts), handles }
}

export const keyOf = (standpointId: string, framingId: string) => `${standpointId} ${framingId}`

export function noCounts(standpointId: string, framingId: string): CellCounts {
  return { standpointId, framingId, fits: 0, partly: 0, misfits: 0, unsure: 0, handles: 0 }
}

/** The framing that most would use as the name, all things considered; among equals the one most judged. */
export function leadingFraming(claim: Judging, { cells }: Pick<Tally, 'cells'>): string | undefined {
  const overall = cells.filter((cell) => cell.standpointId === claim.standpoints[0]?.id)
  return overall.toSorted((a, b) => b.handles - a.handles || b.n - a.n)[0]?.framingId
}
