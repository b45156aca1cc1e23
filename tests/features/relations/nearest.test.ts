import { describe, expect, test } from 'vitest'
import { leastByWords, nearestByMeaning, nearestByWords, weighted } from '#app/features/relations/near/nearest.ts'
import { termsOf } from '#app/features/relations/near/terms.ts'

describe('Texts that are near by shared words', () => {
  test('are weighed by words and pairs of words, without those that say nothing', () => {
    expect([...termsOf('The goal of Goal-guarding, a naïve one')]).toEqual([
      ['goal', 2],
      ['goal goal', 1],
      ['guarding', 1],
      ['goal guarding', 1],
      ['naive', 1],
      ['guarding naive', 1],
    ])
  })

  test('have the cosine that is worked out by hand', () => {
    // Of three texts: shared terms (goal, guarding, both together) weigh ln(4/3) + 1, those of one text ln(4/2) + 1.
    const [shared, own] = [Math.log(4 / 3) + 1, Math.log(2) + 1]
    const cosine = (3 * shared ** 2) / (3 * shared ** 2 + 2 * own ** 2)
    expect(cosine).toBeCloseTo(0.464553, 6)
    const texts = ['goal guarding model', 'goal guarding in training', 'tea']
    expect(nearestByWords(texts)).toEqual([[{ at: 1, score: 0.465 }], [{ at: 0, score: 0.465 }], []])
    const twice = weighted(['tea tea', 'milk'])[0]?.find(([term]) => term === 'tea')?.[1]
    const [tf, idf] = [1 + Math.log(2), Math.log(3 / 2) + 1]
    expect(twice).toBeCloseTo((tf * idf) / Math.hypot(tf * idf, idf), 12)
  })

  test('are the same from either side and in whatever order they are given', () => {
    const words = 'model training values keeps fakes complies threat intent setup belief'.split(' ')
    const texts = Array.from({ length: 60 }, (_, n) =>
      Array.from({ length: 8 }, (_, k) => words[(n * 7 + k * k * (n + 3)) % words.length]).join(' '),
    )
    const one = nearestByWords(texts)
    const reversed = nearestByWords(texts.toReversed())
    for (const [n, near] of one.entries()) {
      const scores = (list: typeof near = []) => list.map(({ score }) => score)
      expect(scores(reversed[texts.length - 1 - n])).toEqual(scores(near))
      expect(near.every(({ at, score }) => at !== n && score >= leastByWords)).toBe(true)
    }
  })

  test('are none where nothing is said', () => {
    expect(nearestByWords(['', 'the of and', ''])).toEqual([[], [], []])
    expect(nearestByWords([])).toEqual([])
  })
})

test('Vectors are near from a cosine of 0.65 on, and of two as near the first is first', () => {
  const vectors = [
    [1, 0],
    [0.8, 0.6],
    [0.8, -0.6],
    [0.6, 0.8],
    [-1, 0],
  ].map((one) => Float32Array.from(one))
  expect(nearestByMeaning(vectors)[0]).toEqual([
    { at: 1, score: 0.8 },
    { at: 2, score: 0.8 },
  ])
})
