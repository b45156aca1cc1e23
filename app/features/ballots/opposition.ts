import type { Judged } from './ballot.ts'
import type { JudgedEverywhere, JudgedPair, Judging } from './tally.ts'

/** The chance that two members picked at random contradict each other; null when there are not two. */
export interface Opposed {
  framingId: string
  standpointId: string
  value: number | null
  /** Members who judged the framing from every standpoint: the same people everywhere, so that the numbers compare. */
  n: number
}

/** A proposition on the supposition of which people contradict each other less. */
export interface Crux {
  standpointId: string
  propositionId: string
  /** The chance of contradiction all things considered, and supposing it, over members who judged both. */
  overall: number
  supposing: number
  n: number
}

/** 2 · fits · misfits / (n (n − 1)). */
export function opposition(fits: number, misfits: number, n: number): number | null {
  return n < 2 ? null : (2 * fits * misfits) / (n * (n - 1))
}

/** Of each framing and standpoint, over the members who judged the framing from all. */
export function opposedIn(claim: Judging, everywhere: readonly JudgedEverywhere[]): Opposed[] {
  const counted = new Map(everywhere.map((counts) => [`${counts.framingId} ${counts.standpointId}`, counts]))
  return claim.framings.flatMap(({ id: framingId }) =>
    claim.standpoints.map(({ id: standpointId }) => ({
      framingId,
      standpointId,
      ...opposedBy(counted.get(`${framingId} ${standpointId}`) ?? nobody),
    })),
  )
}

const nobody = { fits: 0, partly: 0, misfits: 0 }

function opposedBy({ fits, partly, misfits }: Record<Judged, number>) {
  const n = fits + partly + misfits
  return { value: opposition(fits, misfits, n), n }
}

export function cruxesIn(claim: Judging, pairs: readonly JudgedPair[]): Crux[] {
  return claim.standpoints.flatMap(({ id, propositionId }, place) =>
    propositionId === null || place === 0 ? [] : cruxAt(claim, pairs, place, { standpointId: id, propositionId }),
  )
}

const fewest = 5

/** A crux when contradiction, averaged over the framings that enough judged both ways, falls under the supposition. */
function cruxAt(
  claim: Judging,
  pairs: readonly JudgedPair[],
  place: number,
  which: Pick<Crux, 'standpointId' | 'propositionId'>,
): Crux[] {
  const both = pairs.filter(({ places }) => places[0] === 0 && places[1] === place)
  const judged = claim.framings
    .map(({ id }) => ({ overall: oneSide(both, id, 0), supposing: oneSide(both, id, 1) }))
    .filter(({ overall }) => overall.n >= fewest)
  const mean = (values: (number | null)[]) =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length
  const [overall, supposing] = [
    mean(judged.map((one) => one.overall.value)),
    mean(judged.map((one) => one.supposing.value)),
  ]
  if (judged.length === 0 || supposing >= overall) return []
  return [{ ...which, overall, supposing, n: Math.max(...judged.map((one) => one.overall.n)) }]
}

/** How those who judged both ways judged one of them. */
function oneSide(pairs: readonly JudgedPair[], framingId: string, side: 0 | 1) {
  const counts = { ...nobody }
  for (const pair of pairs) if (pair.framingId === framingId) counts[pair.verdicts[side]] += pair.members
  return opposedBy(counts)
}
