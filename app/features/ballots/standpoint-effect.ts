import { bootstrapMean } from '#app/lib/statistics.ts'
import { type Judged, weightOf } from './ballot.ts'
import type { Judging, Pattern } from './tally.ts'

/** So many members judged a framing `from` one standpoint so and `to` the other so. */
export interface Pair {
  from: Judged
  to: Judged
  count: number
}

export type Measured = { effect: number; low: number; high: number; n: number } | { tooFew: true; n: number }

export type Effect = { framingId: string; from: string; to: string } & Measured

const fewest = 10
const differences = [-1, -0.5, 0, 0.5, 1]

/** How far verdicts move, on average, from one standpoint to the other: signed, over members who judged both, with a 95 % percentile bootstrap over them. Swapping the standpoints turns the sign of all three numbers and changes nothing else. */
export function standpointEffect(pairs: readonly Pair[]): Measured {
  const counts = differences.map((difference) =>
    pairs.reduce((sum, { from, to, count }) => sum + (weightOf[to] - weightOf[from] === difference ? count : 0), 0),
  )
  const n = counts.reduce((a, b) => a + b, 0)
  if (n < fewest) return { tooFew: true, n }
  const effect = differences.reduce((sum, value, i) => sum + value * (counts[i] as number), 0) / n
  return { effect, ...intervalOf(counts), n }
}

/** Chance is always drawn for the same one of the two mirrored cases, and the other gets its mirror image. */
function intervalOf(counts: number[]) {
  const order = compare(counts, counts.toReversed())
  const drawn = order < 0 ? counts.toReversed() : counts
  const { low, high } = bootstrapMean(
    differences.map((value, i) => ({ value, count: drawn[i] as number })),
    'standpoint effect',
  )
  if (order < 0) return mirrored({ low, high })
  const half = (high - low) / 2
  return order === 0 ? { low: 0 - half, high: half } : { low, high }
}

// 0 − x, since −0 is not what anybody means.
const mirrored = ({ low, high }: { low: number; high: number }) => ({ low: 0 - high, high: 0 - low })

function compare(one: number[], other: number[]): number {
  const at = one.findIndex((count, i) => count !== other[i])
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number)
}

/** The effect on each framing between the first two standpoints after "all things considered": the ones named first, never the ones found furthest apart. */
export function effectsOf(claim: Judging, patterns: readonly Pattern[]): Effect[] {
  const [, from, to] = claim.standpoints
  if (!from || !to) return []
  return claim.framings.map((framing) => {
    const pairs = patterns
      .filter((pattern) => pattern.framingId === framing.id)
      .flatMap(({ verdicts: [, before, after], count }) =>
        before && after ? [{ from: before, to: after, count }] : [],
      )
    return { framingId: framing.id, from: from.id, to: to.id, ...standpointEffect(pairs) }
  })
}
