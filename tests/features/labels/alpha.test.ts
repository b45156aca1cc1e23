import { expect, test } from 'vitest'
import { alphaInterval, alphaOf, rawAgreementOf, type Unit } from '#app/features/labels/agreement/alpha.ts'
import { hasData, readDataJson } from '#tests/support/data.ts'

/** Units from ratings: one list for each unit, of those who rated it. */
function unitsOf(ratings: readonly (readonly unknown[])[]): Unit[] {
  const values = [...new Set(ratings.flat())]
  return ratings.map((unit) => ({
    counts: values.map((value) => unit.filter((one) => one === value).length),
    times: 1,
  }))
}

const rowsToUnits = (rows: readonly (readonly (number | null)[])[]) =>
  (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit]).filter((value) => value !== null))

test.skipIf(!hasData)('Krippendorff’s α has the values of the worked examples', () => {
  const { krippendorff } = readDataJson('agreement/known.json')
  expect(krippendorff).toHaveLength(3)
  for (const { rows, units, computed } of krippendorff) {
    expect(alphaOf(unitsOf(rows ? rowsToUnits(rows) : units))).toBeCloseTo(computed.nominal, 9)
  }
})

test('α of two who always agree on different things is 1, of two who always disagree below 0', () => {
  expect(
    alphaOf(
      unitsOf([
        ['yes', 'yes'],
        ['no', 'no'],
      ]),
    ),
  ).toBe(1)
  expect(
    alphaOf(
      unitsOf([
        ['yes', 'no'],
        ['yes', 'no'],
      ]),
    ),
  ).toBeCloseTo(-0.5, 12)
})

test('where all say the same, or nobody can be compared, α is nothing and not 1', () => {
  expect(
    alphaOf(
      unitsOf([
        ['yes', 'yes'],
        ['yes', 'yes'],
      ]),
    ),
  ).toBeNull()
  expect(alphaOf(unitsOf([['yes'], ['no']]))).toBeNull()
  expect(alphaOf([])).toBeNull()
  expect(alphaInterval([], 'seed')).toBeNull()
})

test('units with one vote drop out of α and of the raw agreement', () => {
  const some = [
    ['yes', 'yes'],
    ['no', 'no'],
    ['yes', 'no'],
  ]
  expect(alphaOf(unitsOf([...some, ['no']]))).toBe(alphaOf(unitsOf(some)))
  expect(rawAgreementOf(unitsOf([...some, ['no']]))).toBeCloseTo(2 / 3, 12)
})

test('the interval of α is the same for the same seed, holds α, and narrows with more units', () => {
  const some = [
    ['yes', 'yes'],
    ['no', 'no'],
    ['yes', 'no'],
    ['yes', 'yes'],
    ['no', 'no'],
  ]
  const [few, many] = [some, Array.from({ length: 40 }, () => some).flat()].map(unitsOf) as [Unit[], Unit[]]
  const wide = alphaInterval(few, 'seed')
  const narrow = alphaInterval(many, 'seed')
  expect(alphaInterval(few, 'seed')).toEqual(wide)
  const alpha = alphaOf(many) as number
  expect(narrow?.low).toBeLessThan(alpha)
  expect(narrow?.high).toBeGreaterThan(alpha)
  expect((narrow?.high ?? 0) - (narrow?.low ?? 0)).toBeLessThan(((wide?.high ?? 0) - (wide?.low ?? 0)) / 2)
})
