import { expect, test } from 'vitest'
import { bestFirst, bestOf, hotOf } from '#app/features/votes/ranking.ts'

test('known values of the ranking', () => {
  expect(bestOf({ up: 1, down: 0 })).toBeCloseTo(0.378448, 6)
  expect(bestOf({ up: 5, down: 0 })).toBeCloseTo(0.752743, 6)
  expect(bestOf({ up: 10, down: 2 })).toBeCloseTo(0.657813, 6)
  expect(bestOf({ up: 0, down: 0 })).toBe(0.2)
  expect(hotOf(50, 24)).toBeCloseTo(1.203236, 6)
})

test('ties go to fewer downvotes, then to the older', () => {
  const comment = (id: string, up: number, down: number, createdAt: number) => ({
    id,
    createdAt,
    approval: { up, down },
  })
  const comments = [
    comment('down1', 0, 1, 1),
    comment('down2', 0, 2, 0),
    comment('new', 0, 0, 3),
    comment('good', 5, 0, 4),
    comment('old', 0, 0, 2),
  ]
  expect(comments.sort(bestFirst).map(({ id }) => id)).toEqual(['good', 'old', 'new', 'down1', 'down2'])
})
