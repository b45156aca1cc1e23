import { bootstrapMean, type Interval } from '#app/lib/statistics.ts'
import { type Judged, weightOf } from './ballot.ts'
import type { JudgedPair, Judging } from './tally.ts'

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
export function standpointEffect(pairs: readonly Pair[], intervals = new EffectIntervals()): Measured {
  const counts = differences.map((difference) =>
    pairs.reduce((sum, { from, to, count }) => sum + (weightOf[to] - weightOf[from] === difference ? count : 0), 0),
  )
  const n = counts.reduce((a, b) => a + b, 0)
  if (n < fewest) return { tooFew: true, n }
  const effect = differences.reduce((sum, value, i) => sum + value * (counts[i] as number), 0) / n
  return { effect, ...intervals.of(counts), n }
}

const mostKept = 20_000

/** Intervals of effects, those last asked for kept: drawing them is most of what a tally costs. They follow from the counts alone, so that none is ever stale. */
export class EffectIntervals {
  private kept = new Map<string, Interval>()

  /** Of how many members moved by how much, from −1 to 1. */
  of(counts: number[]): Interval {
    const key = counts.join()
    const interval = this.kept.get(key) ?? intervalOf(counts)
    this.kept.delete(key)
    this.kept.set(key, interval)
    const [oldest] = this.kept.keys()
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest)
    return interval
  }
}

/** Chance is always drawn for the same one of the two mirrored cases, and the other gets its mirror image. */
function intervalOf(counts: number[]): Interval {
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
export function effectsOf(claim: Judging, pairs: readonly JudgedPair[], intervals?: EffectIntervals): Effect[] {
  const [, from, to] = claim.standpoints
  if (!from || !to) return []
  const named = Map.groupBy(
    pairs.filter(({ places }) => places[0] === 1 && places[1] === 2),
    ({ framingId }) => framingId,
  )
  return claim.framings.map(({ id }) => {
    const counted = (named.get(id) ?? []).map(({ verdicts, members }) => ({
      from: verdicts[0],
      to: verdicts[1],
      count: members,
    }))
    return { framingId: id, from: from.id, to: to.id, ...standpointEffect(counted, intervals) }
  })
}
