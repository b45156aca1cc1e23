import { type Interval, wilson } from './statistics.ts'

/** So many of n. */
export interface Proportion {
  yes: number
  n: number
}

/** A difference, with its 95 % interval. */
export interface Difference extends Interval {
  difference: number
}

/** One share less the other, by Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, 873–890, method 10). Null where nothing is known of one. */
export function shareDifference(one: Proportion, other: Proportion): Difference | null {
  if (one.n === 0 || other.n === 0) return null
  const [p, q] = [one.yes / one.n, other.yes / other.n]
  const [ofP, ofQ] = [wilson(p, one.n), wilson(q, other.n)]
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - ofP.low, ofQ.high - q),
    high: p - q + Math.hypot(ofP.high - p, q - ofQ.low),
  }
}

/** Numbers by their count, their mean, and the sum of squared distances from it. */
export interface Sample {
  n: number
  mean: number
  squares: number
}

/** Student's 95 % interval of a mean; null for fewer than two numbers. */
export function meanInterval({ n, mean, squares }: Sample): Interval | null {
  if (n < 2) return null
  const half = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { low: mean - half, high: mean + half }
}

/** One mean less the other, by Welch's interval, which lets the spreads differ; null where one has fewer than two numbers. */
export function meanDifference(one: Sample, other: Sample): Difference | null {
  if (one.n < 2 || other.n < 2) return null
  const [a, b] = [one, other].map(({ n, squares }) => squares / (n - 1) / n) as [number, number]
  const difference = one.mean - other.mean
  if (a + b === 0) return { difference, low: difference, high: difference }
  const freedom = (a + b) ** 2 / (a ** 2 / (one.n - 1) + b ** 2 / (other.n - 1))
  const half = studentQuantile(freedom) * Math.sqrt(a + b)
  return { difference, low: difference - half, high: difference + half }
}

const z = 1.959963984540054
const steps = 2000

/** The deviate of a two-sided 95 % interval of Student's t. Its density along the angle atan(t/√ν) is cos^(ν−1). */
export function studentQuantile(freedom: number): number {
  if (freedom > 200) return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2)
  const step = Math.PI / 2 / steps
  const density = (angle: number) => Math.max(0, Math.cos(angle)) ** (freedom - 1)
  // Simpson's rule, slice by slice.
  const slices = Array.from({ length: steps }, (_, i) => {
    const from = i * step
    return (density(from) + 4 * density(from + step / 2) + density(from + step)) / 6
  })
  let left = 0.95 * slices.reduce((sum, slice) => sum + slice, 0)
  const at = slices.findIndex((slice) => {
    left -= slice
    return left <= 0
  })
  return Math.sqrt(freedom) * Math.tan((at + 1 + left / (slices[at] as number)) * step)
}
