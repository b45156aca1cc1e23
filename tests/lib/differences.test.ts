import { expect, test } from 'vitest'
import { meanDifference, meanInterval, shareDifference, studentQuantile } from '#app/lib/differences.ts'

const rounded = (interval: { low: number; high: number } | null) =>
  interval && [interval.low, interval.high].map((one) => Number(one.toFixed(4)))

/** Newcombe 1998, table II, method 10. */
const published: [string, [number, number, number, number], [number, number]][] = [
  ['56/70 − 48/80', [56, 70, 48, 80], [0.0524, 0.3339]],
  ['9/10 − 3/10', [9, 10, 3, 10], [0.1705, 0.809]],
  ['6/7 − 2/7', [6, 7, 2, 7], [0.0582, 0.8062]],
  ['5/56 − 0/29', [5, 56, 0, 29], [-0.0381, 0.1926]],
  ['0/10 − 0/20', [0, 10, 0, 20], [-0.1611, 0.2775]],
  ['0/10 − 0/10', [0, 10, 0, 10], [-0.2775, 0.2775]],
  ['10/10 − 0/20', [10, 10, 0, 20], [0.6791, 1]],
  ['10/10 − 0/10', [10, 10, 0, 10], [0.6075, 1]],
]

test.each(published)('the difference %s has the published interval', (_, [a, m, b, n], interval) => {
  const found = shareDifference({ yes: a, n: m }, { yes: b, n })
  expect(rounded(found)).toEqual(interval)
  const turned = shareDifference({ yes: b, n }, { yes: a, n: m })
  expect(turned?.low).toBeCloseTo(-(found?.high as number), 12)
})

test('nothing known of one share says nothing of a difference', () => {
  expect(shareDifference({ yes: 0, n: 0 }, { yes: 3, n: 10 })).toBeNull()
})

test.each([
  [1, 12.7062],
  [2, 4.30265],
  [5, 2.570582],
  [10, 2.228139],
  [30, 2.042272],
  [200, 1.971896],
  [1000, 1.962339],
])('Student’s deviate with %i degrees of freedom is %f', (freedom, deviate) =>
  expect(studentQuantile(freedom)).toBeCloseTo(deviate, 4),
)

const sampleOf = (numbers: number[]) => {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  return { n: numbers.length, mean, squares: numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) }
}

test('a mean has Student’s interval, two means Welch’s', () => {
  const [a, b] = [sampleOf([1, 2, 3, 4, 5]), sampleOf([2, 2, 3, 9, 10, 10])]
  expect(rounded(meanInterval(a))).toEqual([1.0368, 4.9632])
  expect(meanInterval(sampleOf([4]))).toBeNull()
  expect(meanDifference(a, b)?.difference).toBe(-3)
  expect(meanDifference(a, sampleOf([4]))).toBeNull()
  expect(meanDifference(sampleOf([3, 3]), sampleOf([1, 1]))).toEqual({ difference: 2, low: 2, high: 2 })
})
