import { describe, expect, test } from 'vitest'
import { signOf } from '#app/features/labels/label.ts'
import { contestednessOf, stateOf, tallyWords } from '#app/features/labels/labelling.ts'

const stateFor = (agree: number, disagree: number, placingAgree = 0, placingDisagree = 0) =>
  stateOf({ agree, disagree, placingAgree, placingDisagree })

describe('The state of a labelling', () => {
  test.each([
    [0, 0, 'open'],
    [4, 0, 'open'],
    [5, 0, 'settled'],
    [0, 5, 'settled'],
    [3, 2, 'contested'],
    [7, 3, 'contested'],
    [8, 3, 'open'],
    [10, 3, 'open'],
    [12, 3, 'settled'],
  ] as const)('of %i agree and %i disagree is %s', (agree, disagree, state) => {
    expect(stateFor(agree, disagree)).toBe(state)
  })

  test('leaves out the vote that put the label on', () => {
    expect(stateFor(5, 0, 1)).toBe('open')
    expect(stateFor(6, 0, 1)).toBe('settled')
    expect(stateFor(3, 3, 0, 1)).toBe('contested')
  })

  // Five judges of real chats (algorithms §2): how many items have 0, 1, … 5 judges who say "lie".
  test.each([
    ['without metadata', [68, 26, 27, 16, 13, 12], 43, 162],
    ['with metadata', [55, 23, 11, 11, 24, 49], 22, 173],
  ] as const)('is contested as often as published among five judges, %s', (_, itemsByAgree, contested, all) => {
    const states = itemsByAgree.flatMap((items, agree) => Array(items).fill(stateFor(agree, 5 - agree)))
    expect(states).toHaveLength(all)
    expect(states.filter((state) => state === 'contested')).toHaveLength(contested)
  })
})

describe('Contestedness', () => {
  test('ranks a well-attended half above a lonely one, and unanimity last', () => {
    const of = (agree: number, disagree: number) => contestednessOf({ agree, disagree })
    expect(of(20, 20)).toBeCloseTo(0.99609375, 10)
    expect(of(1, 1)).toBeCloseTo(0.242142, 6)
    expect(of(20, 20)).toBeGreaterThan(of(1, 1))
    expect(of(9, 0)).toBe(0)
    expect(of(0, 0)).toBe(0)
  })
})

test('A tally is said in words', () => {
  expect(tallyWords({ agree: 4, disagree: 0, unsure: 1 })).toBe('4 agree, 0 disagree, 1 unsure')
})

test('A label has one of six hues, each with three marks of its own', () => {
  const signs = Array.from({ length: 200 }, (_, n) => signOf(`label-${n}`))
  expect(new Set(signs.map(({ hue }) => hue)).size).toBe(6)
  expect(new Set(signs.map(({ hue, mark }) => `${hue}${mark}`)).size).toBe(18)
  expect(new Set(signs.map(({ mark }) => mark)).size).toBe(18)
})
