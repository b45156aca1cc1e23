import type { Tally } from '#app/features/ballots/tally.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import type { CampCell, CampRun } from '../runs/run.ts'

interface Cell {
  standpointId: string
  framingId: string
}

/** Why a claim stands where it does in a list; what it is made into words from. */
export interface Reasons {
  contested?: Cell & { fits: number; misfits: number; n: number }
  bound?: { framingId: string; from: string; to: string; effect: number; low: number; high: number; n: number }
  agreed?: Cell & { camps: { agree: number; seen: number }[] }
  moved?: { ballots: number }
}

/** A claim's places in the lists, higher first; null: it is not in that list. */
export interface Rank {
  contested: number | null
  bound: number | null
  agreed: number | null
  moved: number | null
  reasons: Reasons
}

type Judged = Pick<Claim, 'standpoints'>
type Counted = Pick<Tally, 'cells' | 'standpointEffect'>

/** Ranks one claim from its tally, its camps and the number of ballots that something moved. */
export function rankOf(claim: Judged, tally: Counted, run: CampRun | null, moved: number): Rank {
  const [contested, bound, agreed] = [contestedOf(claim, tally), boundOf(tally), run && agreedOf(run)]
  return {
    contested: contested?.rank ?? null,
    bound: bound?.rank ?? null,
    agreed: agreed?.rank ?? null,
    moved: moved || null,
    reasons: {
      ...(contested && { contested: contested.reason }),
      ...(bound && { bound: bound.reason }),
      ...(agreed && { agreed: agreed.reason }),
      ...(moved && { moved: { ballots: moved } }),
    },
  }
}

interface Ranked<R> {
  rank: number
  reason: R
}

const highest = <R>(all: Ranked<R>[]): Ranked<R> | undefined => all.toSorted((a, b) => b.rank - a.rank)[0]

/** The most divided cell that is contested, all things considered: split · (1 − 2^(−n/5)), so that few do not beat many. */
function contestedOf({ standpoints }: Judged, { cells }: Counted) {
  const overall = cells.filter((cell) => cell.standpointId === standpoints[0]?.id && cell.state === 'contested')
  return highest(
    overall.map(({ standpointId, framingId, fits, misfits, n, split }) => ({
      rank: (split ?? 0) * (1 - 2 ** (-n / 5)),
      reason: { standpointId, framingId, fits, misfits, n },
    })),
  )
}

/** The framing that the headline pair of standpoints moves furthest, where the interval excludes 0. */
function boundOf({ standpointEffect }: Counted) {
  return highest(
    standpointEffect.flatMap((one) => {
      if ('tooFew' in one || (one.low <= 0 && one.high >= 0)) return []
      return [{ rank: Math.abs(one.effect), reason: one }]
    }),
  )
}

const enough = 0.5

/** What every camp says by half or more, and all together most: the group-informed consensus, Π (A + 1)/(S + 2), as the mean of its factors, so that more camps are no handicap. */
function agreedOf({ camps, consensus }: CampRun) {
  const saidOf = (place: Cell) =>
    camps
      .map(({ cells }) => cells.find((cell) => isAt(cell, place)))
      .map((cell) => ({
        agree: cell?.agree ?? 0,
        seen: cell?.seen ?? 0,
      }))
  const ranked = consensus.map(({ standpointId, framingId, value }) => {
    const place = { standpointId, framingId }
    return { rank: value ** (1 / camps.length), reason: { ...place, camps: saidOf(place) } }
  })
  const isSaidByAll = ({ reason }: (typeof ranked)[number]) =>
    reason.camps.length > 0 && reason.camps.every(({ agree, seen }) => (agree + 1) / (seen + 2) >= enough)
  return highest(ranked.filter(isSaidByAll))
}

const isAt = (cell: CampCell, place: Cell) =>
  cell.standpointId === place.standpointId && cell.framingId === place.framingId
