import type { Judging, Pattern } from './tally.ts'

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

const fewest = 5

export function oppositionOf(claim: Judging, patterns: readonly Pattern[]): { opposed: Opposed[]; cruxes: Crux[] } {
  const everywhere = patterns.filter(({ verdicts }) => claim.standpoints.every((_, i) => verdicts[i]))
  const opposed = claim.framings.flatMap((framing) =>
    claim.standpoints.map((standpoint, i) => ({
      framingId: framing.id,
      standpointId: standpoint.id,
      ...opposedAt(everywhere, framing.id, i),
    })),
  )
  return { opposed, cruxes: claim.standpoints.flatMap((_, i) => cruxAt(claim, patterns, i)) }
}

function opposedAt(patterns: readonly Pattern[], framingId: string, standpoint: number) {
  const counts = { fits: 0, partly: 0, misfits: 0 }
  for (const pattern of patterns) {
    const verdict = pattern.framingId === framingId && pattern.verdicts[standpoint]
    if (verdict) counts[verdict] += pattern.count
  }
  const n = counts.fits + counts.partly + counts.misfits
  return { value: opposition(counts.fits, counts.misfits, n), n }
}

/** A crux when contradiction, averaged over the framings that enough judged both ways, falls under the supposition. */
function cruxAt(claim: Judging, patterns: readonly Pattern[], standpoint: number): Crux[] {
  const supposed = claim.standpoints[standpoint]
  if (!supposed?.propositionId) return []
  const both = patterns.filter(({ verdicts }) => verdicts[0] && verdicts[standpoint])
  const judged = claim.framings
    .map(({ id }) => ({ overall: opposedAt(both, id, 0), supposing: opposedAt(both, id, standpoint) }))
    .filter(({ overall }) => overall.n >= fewest)
  const mean = (values: (number | null)[]) =>
    values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length
  const [overall, supposing] = [
    mean(judged.map((one) => one.overall.value)),
    mean(judged.map((one) => one.supposing.value)),
  ]
  if (judged.length === 0 || supposing >= overall) return []
  const n = Math.max(...judged.map((one) => one.overall.n))
  return [{ standpointId: supposed.id, propositionId: supposed.propositionId, overall, supposing, n }]
}
