import { expect, test } from 'vitest'
import { findCamps } from '#app/features/opinions/camps/find-camps.ts'
import { centred, principalComponents, timesScatter } from '#app/features/opinions/camps/principal-components.ts'
import { type CellVote, matrixOf, type Value } from '#app/features/opinions/camps/vote-matrix.ts'
import { seededRandom } from '#app/lib/statistics.ts'

const cells = 210

/** Votes on many cells: all noise, or half of it after three camps. */
function wide(members: number, camps: boolean): CellVote[] {
  const random = seededRandom('wide')
  return Array.from({ length: members * cells }, (_, i) => {
    const [member, cell] = [Math.floor(i / cells), i % cells]
    const side = [1, -1, 0][(cell + member) % 3] as Value
    const value = camps && random() < 0.5 ? side : ((Math.floor(random() * 3) - 1) as Value)
    return { member: `m${member}`, cell: `c${cell}`, value }
  }).filter(() => random() < 0.9)
}

test('components are the same whether the scatter is made whole or passed through', () => {
  const x = centred(matrixOf(wide(120, true)))
  const whole = principalComponents(timesScatter(x, cells), cells, cells)
  const through = principalComponents(timesScatter(x, 1), cells, cells)
  expect(through).toHaveLength(2)
  for (const [i, { value, vector }] of through.entries()) {
    expect(value / (whole[i]?.value ?? 0)).toBeCloseTo(1, 10)
    for (const [cell, entry] of vector.entries()) expect(entry).toBeCloseTo(whole[i]?.vector[cell] ?? 0, 6)
  }
  const all = x.values.reduce((sum, entry) => sum + entry ** 2, 0)
  expect(through[0]?.value).toBeLessThan(all)
})

test('on many cells planted camps are found, and none in noise', () => {
  const planted = findCamps(matrixOf(wide(60, true)))
  expect(planted.camps.map(({ size }) => size)).toEqual([20, 20, 20])
  const noise = findCamps(matrixOf(wide(60, false)))
  expect(noise.checks.find(({ name }) => name === 'chance')?.passed).toBe(false)
})
