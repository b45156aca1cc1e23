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
export function percentileInterval(samples: readonly number[]): Interval {
  const sorted = [...samples].sort((a, b) => a - b)
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
  const n = values.reduce((sum, { count }) => sum + count, 0)
  const means = Array.from({ length: resamples }, () => {
    const drawn = multinomial(
      values.map(({ count }) => count),
      random,
    )
    return drawn.reduce((sum, count, i) => sum + count * (values[i]?.value ?? 0), 0) / n
  })
  return percentileInterval(means)
}

/** Draws as many as there are, with replacement, from kinds that occur so often. */
export function multinomial(counts: readonly number[], random: () => number): number[] {
  let left = counts.reduce((sum, count) => sum + count, 0)
  let weight = left
  return counts.map((count) => {
    const drawn = weight === 0 ? 0 : binomial(left, count / weight, random)
    left -= drawn
    weight -= count
    return drawn
  })
}

/** From this variance on a normal draw, rounded, is as good: the bell is wider than 31. */
const wide = 1000

/** How many of n succeed: searched from the likeliest outward, in about as many steps as the bell is wide; very wide ones are drawn as normal. */
export function binomial(n: number, p: number, random: () => number): number {
  if (n === 0 || p <= 0) return 0
  if (p >= 1) return n
  const variance = n * p * (1 - p)
  if (variance >= wide) return Math.min(n, Math.max(0, Math.round(n * p + Math.sqrt(variance) * normal(random))))
  const odds = p / (1 - p)
  const mode = Math.min(n, Math.floor((n + 1) * p))
  let above = Math.exp(logChoose(n, mode) + mode * Math.log(p) + (n - mode) * Math.log1p(-p))
  let below = above
  let left = random() - above
  for (let step = 1; left > 0 && above + below > 0; step++) {
    const [up, down] = [mode + step, mode - step]
    above *= up > n ? 0 : ((n - up + 1) / up) * odds
    left -= above
    if (left <= 0) return up
    below *= down < 0 ? 0 : (down + 1) / ((n - down) * odds)
    left -= below
    if (left <= 0) return down
  }
  return mode
}

/** A standard normal draw, after Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k)
}

/** Stirling's series, exact to 12 digits from 10 on; a product below. */
function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1
    for (let i = 2; i <= n; i++) product *= i
    return Math.log(product)
  }
  const x = n + 1
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7)
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}
