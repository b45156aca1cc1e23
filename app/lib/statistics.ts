import { multinomial } from './binomial.ts'

/** The normal deviate of a two-sided 95 % interval. */
const z95 = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

/** Wilson's score interval for a share of n; with halves in the share it is conservative. Nothing known (n = 0) is all of 0 to 1. */
export function wilson(share: number, n: number, z = z95): Interval {
  if (n === 0) return { low: 0, high: 1 }
  const spread = z ** 2 / n
  const centre = (share + spread / 2) / (1 + spread)
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))
  // Rounding would leave 38 of 38 just below 1 and 0 of 77 just above 0.
  return {
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  }
}

/** Verdicts on one thing, without those who are unsure. Label votes have no `partly`. */
export interface Counts {
  fits: number
  partly?: number
  misfits: number
}

export const countOf = ({ fits, partly = 0, misfits }: Counts): number => fits + partly + misfits

/** The share that fits, partly counting half; null when nobody judged. */
export function shareOf(counts: Counts): number | null {
  const n = countOf(counts)
  return n === 0 ? null : (counts.fits + (counts.partly ?? 0) / 2) / n
}

/** Four times the variance of the verdicts: 0 when unanimous, 1 when half stands against half; null when nobody judged. */
export function splitOf(counts: Counts): number | null {
  const share = shareOf(counts)
  if (share === null) return null
  const squares = (counts.fits + (counts.partly ?? 0) / 4) / countOf(counts)
  return Math.max(0, 4 * (squares - share ** 2))
}

export type State = 'open' | 'settled' | 'contested'

/** Contested: at least 5 and at least 30 % on the smaller side. Settled: at least 5, fewer, and the interval excludes ½. Else open. */
export function stateOf(counts: Counts): State {
  const n = countOf(counts)
  if (n < 5) return 'open'
  if (Math.min(counts.fits, counts.misfits) / n >= 0.3) return 'contested'
  const { low, high } = wilson(shareOf(counts) as number, n)
  return low > 0.5 || high < 0.5 ? 'settled' : 'open'
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32 over an FNV-1a hash of the seed). */
export function seededRandom(seed: string): () => number {
  let state = 0x811c9dc5
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The middle 95 % of samples, by linear interpolation, counted alike from both ends so that mirrored samples give the mirrored interval. */
export function percentileInterval(samples: ArrayLike<number>): Interval {
  const sorted = Float64Array.from(samples).sort()
  const place = 0.025 * (sorted.length - 1)
  const [step, rest] = [Math.floor(place), place % 1]
  const between = (near: number, next: number) => near + rest * (next - near)
  const from = (index: number) => sorted[index] as number
  const last = sorted.length - 1
  return {
    low: between(from(step), from(Math.min(step + 1, last))),
    high: between(from(last - step), from(Math.max(last - step - 1, 0))),
  }
}

/** How often each of a few values occurs. */
type Weighted = readonly { value: number; count: number }[]

/** Percentile bootstrap of a mean. The values are few and counted, so that a resample costs no more for many members than for some. */
export function bootstrapMean(values: Weighted, seed: string, resamples = 2000): Interval {
  const random = seededRandom(seed)
  const counts = values.map(({ count }) => count)
  const n = counts.reduce((sum, count) => sum + count, 0)
  const means = new Float64Array(resamples)
  for (let i = 0; i < resamples; i++) {
    let sum = 0
    for (const [kind, count] of multinomial(counts, random).entries()) sum += count * (values[kind]?.value ?? 0)
    means[i] = sum / n
  }
  return percentileInterval(means)
}
