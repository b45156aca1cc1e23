import { expect, test } from 'vitest'
import { groupConsensus, representativeOf, representing } from '#app/features/opinions/camps/representative.ts'

const counts = (agree: number, seen: number, disagree = seen - agree) => ({ agree, disagree, seen })

test('9 of 10 in the group and 2 of 12 outside are measured as published', () => {
  const { r, pTest, rTest, metric } = representativeOf('agree', counts(9, 10), counts(2, 12))
  expect(r).toBeCloseTo(3.8889, 4)
  expect(pTest).toBeCloseTo(2.7136, 4)
  expect(rTest).toBeCloseTo(3.3231, 4)
  expect(metric).toBeCloseTo(29.2235, 4)
})

test('group-informed consensus of the same groups is the product of their likelihoods', () => {
  expect(groupConsensus([counts(9, 10), counts(2, 12)])).toBeCloseTo(0.17857, 5)
})

test('a cell represents a group only where both tests pass', () => {
  expect(representing(counts(9, 10), counts(2, 12))?.side).toBe('agree')
  expect(representing(counts(1, 10), counts(11, 12))?.side).toBe('disagree')
  expect(representing(counts(9, 10), counts(11, 12))).toBeUndefined()
  expect(representing(counts(0, 0), counts(0, 0))).toBeUndefined()
})
