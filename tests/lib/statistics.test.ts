import { describe, expect, test } from 'vitest'
import { binomial } from '#app/lib/binomial.ts'
import {
  bootstrapMean,
  percentileInterval,
  seededRandom,
  shareOf,
  splitOf,
  stateOf,
  wilson,
} from '#app/lib/statistics.ts'

describe('Wilson’s interval', () => {
  test.each([
    [18, 20, 0.6989663547715128, 0.9721335187862319],
    [4, 20, 0.08065766257979806, 0.41601743225189364],
    [100, 200, 0.4313608596038919, 0.5686391403961081],
  ])('of %i in %i has the known ends', (k, n, low, high) => {
    const known = wilson(k / n, n)
    expect(known.low).toBeCloseTo(low, 14)
    expect(known.high).toBeCloseTo(high, 14)
  })

  test('ends at exactly 1 when all fit and at exactly 0 when none does', () => {
    expect(wilson(1, 38).high).toBe(1)
    expect(wilson(0, 77).low).toBe(0)
    expect(wilson(0, 1).low).toBe(0)
    expect(wilson(1, 1).high).toBe(1)
  })

  test.each([
    [1, 1, 0.378448],
    [5, 5, 0.752743],
    [10, 12, 0.657813],
  ])('with z of 80 %% bounds %i of %i from below as ranking knows it', (up, n, low) => {
    expect(wilson(up / n, n, 1.281551565545).low).toBeCloseTo(low, 6)
  })

  test('says nothing when nobody judged', () => {
    expect(wilson(0.5, 0)).toEqual({ low: 0, high: 1 })
  })
})

describe('The split', () => {
  test.each([
    [{ fits: 6, partly: 0, misfits: 4 }, 0.96],
    [{ fits: 4, partly: 2, misfits: 4 }, 0.8],
    [{ fits: 5, partly: 0, misfits: 5 }, 1],
    [{ fits: 7, partly: 0, misfits: 0 }, 0],
    [{ fits: 0, partly: 7, misfits: 0 }, 0],
  ])('of %j is %d', (counts, split) => {
    expect(splitOf(counts)).toBeCloseTo(split, 12)
  })

  test('and the share of no verdicts are unknown', () => {
    expect(splitOf({ fits: 0, misfits: 0 })).toBeNull()
    expect(shareOf({ fits: 0, misfits: 0 })).toBeNull()
  })
})

describe('The state', () => {
  test.each([
    [{ fits: 2, misfits: 2 }, 'open'],
    [{ fits: 4, misfits: 0 }, 'open'],
    [{ fits: 5, misfits: 0 }, 'settled'],
    [{ fits: 0, misfits: 5 }, 'settled'],
    [{ fits: 3, misfits: 2 }, 'contested'],
    [{ fits: 7, misfits: 3 }, 'contested'],
    [{ fits: 7, partly: 1, misfits: 3 }, 'open'],
    [{ fits: 18, misfits: 2 }, 'settled'],
    [{ fits: 0, partly: 20, misfits: 0 }, 'open'],
  ])('of %j is %s', (counts, state) => {
    expect(stateOf(counts)).toBe(state)
  })
})

describe('Seeded chance', () => {
  test('is the same for the same seed and another for another', () => {
    const three = (seed: string) => Array.from({ length: 3 }, seededRandom(seed))
    expect(three('a')).toEqual(three('a'))
    expect(three('a')).not.toEqual(three('b'))
  })

  test.each([
    [7, 0.5],
    [40, 0.1],
    [40, 0.4],
    [5000, 0.93],
    [1_000_000, 0.3],
  ])('draws binomials of %i and %d with their mean and spread', (n, p) => {
    const random = seededRandom('binomial')
    const drawn = Array.from({ length: 20_000 }, () => binomial(n, p, random))
    const mean = drawn.reduce((a, b) => a + b) / drawn.length
    const variance = drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length
    expect(Math.abs(mean - n * p)).toBeLessThan(4 * Math.sqrt((n * p * (1 - p)) / 20_000))
    expect(variance / (n * p * (1 - p))).toBeCloseTo(1, 1)
  })

  test.each([
    [60, 0.1],
    [60, 0.35],
    [400, 0.5],
  ])('draws each number of %i and %d as often as it should come', (n, p) => {
    const random = seededRandom('every number')
    const draws = 100_000
    const counts = new Array<number>(n + 1).fill(0)
    for (let i = 0; i < draws; i++) counts[binomial(n, p, random)]!++
    let chance = (1 - p) ** n
    let [chi2, kinds] = [0, 0]
    for (let k = 0; k <= n; k++) {
      if (draws * chance >= 5) {
        chi2 += (counts[k]! - draws * chance) ** 2 / (draws * chance)
        kinds++
      }
      chance *= ((n - k) / (k + 1)) * (p / (1 - p))
    }
    // Four standard deviations above what is expected.
    expect(chi2).toBeLessThan(kinds + 4 * Math.sqrt(2 * kinds))
  })
})

describe('The bootstrap of a mean', () => {
  test('of values that are all alike is that value', () => {
    expect(bootstrapMean([{ value: 0.5, count: 12 }], 'seed')).toEqual({ low: 0.5, high: 0.5 })
  })

  test('is near the normal interval for many members, and costs no more for a million than for a thousand', () => {
    const values = [
      { value: 0, count: 500_000 },
      { value: 1, count: 500_000 },
    ]
    const { low, high } = bootstrapMean(values, 'seed')
    // A 2.5 % point of 2,000 samples is known to about 6 % of their spread.
    expect(Math.abs(low - (0.5 - 1.96 * 0.0005))).toBeLessThan(0.0001)
    expect(Math.abs(high - (0.5 + 1.96 * 0.0005))).toBeLessThan(0.0001)
  })

  test('reads the same percentiles from both ends', () => {
    const samples = Array.from({ length: 2000 }, seededRandom('samples'))
    const { low, high } = percentileInterval(samples)
    const mirrored = percentileInterval(samples.map((sample) => -sample))
    expect([mirrored.low, mirrored.high]).toEqual([-high, -low])
  })
})
