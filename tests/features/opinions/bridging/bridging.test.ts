import { expect, test } from 'vitest'
import { across, bridges } from '#app/features/opinions/bridging/across.ts'
import {
  type ItemScore,
  type RatedItems,
  type Rating,
  rateItems,
  statusOf,
} from '#app/features/opinions/bridging/rater-model.ts'
import { seededRandom } from '#app/lib/statistics.ts'

test('5 of 6 on one side and 3 of 4 on the other are 2/3 across, which bridges', () => {
  const sides = [
    { chosen: 5, seen: 6 },
    { chosen: 3, seen: 4 },
  ]
  expect(across(sides)).toBeCloseTo(0.666667, 6)
  expect(bridges(sides)).toBe(true)
})

test('nothing is across with fewer than 3 votes on a side', () => {
  const sides = [
    { chosen: 9, seen: 9 },
    { chosen: 2, seen: 2 },
  ]
  expect(across(sides)).toBeNull()
  expect(bridges(sides)).toBe(false)
})

/** Two camps of raters: both like `good` items, each likes its own, nobody likes `bad`. */
function polarised(raters: number, perKind: number): Rating[] {
  const random = seededRandom('polarised')
  const chance = { good: [0.9, 0.9], left: [0.9, 0.1], right: [0.1, 0.9], bad: [0.1, 0.1] }
  return Array.from({ length: raters }).flatMap((_, rater) =>
    Object.entries(chance).flatMap(([kind, likes]) =>
      Array.from(
        { length: perKind },
        (_, i): Rating => ({
          rater: `u${rater}`,
          item: `${kind} ${i}`,
          value: random() < (likes[rater % 2] as number) ? 1 : 0,
        }),
      ),
    ),
  )
}

test('what both camps like is helpful; what only one likes leans and is not', () => {
  const { scores } = rateItems(polarised(40, 6)) as RatedItems
  for (const [item, score] of scores) {
    const kind = item.split(' ')[0]
    if (kind === 'good') expect(statusOf(score), item).toBe('helpful')
    else expect(statusOf(score), item).not.toBe('helpful')
    if (kind === 'left' || kind === 'right') expect(Math.abs(score.factor), item).toBeGreaterThan(0.3)
    if (kind === 'good' || kind === 'bad') expect(Math.abs(score.factor), item).toBeLessThan(0.3)
  }
})

test('the two camps lean to opposite sides', () => {
  const { scores } = rateItems(polarised(40, 6)) as RatedItems
  const factor = (item: string) => (scores.get(item) as ItemScore).factor
  expect(factor('left 0') * factor('right 0')).toBeLessThan(0)
})

test('the order in which ratings come changes nothing', () => {
  const { scores } = rateItems(polarised(32, 4)) as RatedItems
  const { scores: again } = rateItems(polarised(32, 4).reverse()) as RatedItems
  for (const [item, { intercept }] of scores) expect(again.get(item)?.intercept).toBe(intercept)
})

test('fewer than 30 raters with 10 ratings each are too few', () => {
  expect(rateItems(polarised(28, 6))).toBeNull()
  expect(rateItems(polarised(60, 2))).toBeNull()
})

test('a status is lost only a hundredth beyond what gave it', () => {
  const score = (intercept: number, factor = 0, ratings = 9): ItemScore => ({ intercept, factor, ratings })
  expect(statusOf(score(0.4))).toBe('helpful')
  expect(statusOf(score(0.395))).toBe('undecided')
  expect(statusOf(score(0.395), 'helpful')).toBe('helpful')
  expect(statusOf(score(0.389), 'helpful')).toBe('undecided')
  expect(statusOf(score(0.6, 0.5))).toBe('undecided')
  expect(statusOf(score(0.6, 0, 4))).toBe('undecided')
  expect(statusOf(score(-0.06))).toBe('rejected')
  expect(statusOf(score(-0.06, 0.5))).toBe('undecided')
})
