import { multinomial } from '#app/lib/binomial.ts'
import { type Interval, percentileInterval, seededRandom } from '#app/lib/statistics.ts'

/** A unit (an excerpt): how many raters gave each value, in one order of values; `times` says how many units are just like it. */
export interface Unit {
  counts: readonly number[]
  times: number
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const squares = (numbers: readonly number[]) => sum(numbers.map((one) => one ** 2))

/** Units that at least two rated: others say nothing of agreement. */
export const pairable = (units: readonly Unit[]): Unit[] => units.filter(({ counts }) => sum(counts) >= 2)

/** Krippendorff's α for nominal values, with missing votes (Krippendorff, Content Analysis, chapter 12). Null where all say the same or nobody can be compared: nothing is known of agreement then. */
export function alphaOf(units: readonly Unit[]): number | null {
  const rated = pairable(units)
  const totals: number[] = []
  let observed = 0
  for (const { counts, times } of rated) {
    const m = sum(counts)
    observed += (times * (m ** 2 - squares(counts))) / (m - 1)
    for (const [value, count] of counts.entries()) totals[value] = (totals[value] ?? 0) + count * times
  }
  const n = sum(totals)
  const expected = (n ** 2 - squares(totals)) / (n - 1)
  return expected > 0 ? 1 - observed / expected : null
}

/** The share of pairs of raters on a unit who say the same, a pair of a unit with m ratings weighing 1/(m − 1). */
export function rawAgreementOf(units: readonly Unit[]): number | null {
  let [agreed, n] = [0, 0]
  for (const { counts, times } of pairable(units)) {
    const m = sum(counts)
    agreed += (times * (squares(counts) - m)) / (m - 1)
    n += times * m
  }
  return n === 0 ? null : agreed / n
}

/** 95 % percentile bootstrap over units; resamples in which all say the same have no α and are left out. Null when every one is such. */
export function alphaInterval(units: readonly Unit[], seed: string, resamples = 2000): Interval | null {
  const kinds = merged(pairable(units))
  const random = seededRandom(seed)
  const times = kinds.map((kind) => kind.times)
  const alphas: number[] = []
  for (let i = 0; i < resamples; i++) {
    const drawn = multinomial(times, random)
    const alpha = alphaOf(kinds.map(({ counts }, kind) => ({ counts, times: drawn[kind] as number })))
    if (alpha !== null) alphas.push(alpha)
  }
  return alphas.length === 0 ? null : percentileInterval(alphas)
}

/** Units with the same counts as one: few remain, however many there were. */
function merged(units: readonly Unit[]): Unit[] {
  const kinds = new Map<string, Unit>()
  for (const { counts, times } of units) {
    const key = counts.join()
    kinds.set(key, { counts, times: times + (kinds.get(key)?.times ?? 0) })
  }
  return [...kinds.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit)
}
