import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
import { opposition } from '#app/features/ballots/opposition.ts'
import { EffectIntervals, type Pair, standpointEffect } from '#app/features/ballots/standpoint-effect.ts'
import { cellTally, tally } from '#app/features/ballots/tally.ts'
import { type BallotEvent, standingAfter } from './standing-after.ts'

const cell = (fits: number, partly: number, misfits: number, unsure = 0) =>
  cellTally({ standpointId: 's', framingId: 'f', fits, partly, misfits, unsure, handles: 0 })

describe('A cell', () => {
  test.each([
    [18, 0, 2, 0.9, 0.6989663547715128, 0.9721335187862319, 'settled'],
    [4, 0, 16, 0.2, 0.08065766257979806, 0.41601743225189364, 'settled'],
    [100, 0, 100, 0.5, 0.4313608596038919, 0.5686391403961081, 'contested'],
  ])('of %i, %i and %i has the known share and interval', (fits, partly, misfits, share, low, high, state) => {
    const known = cell(fits, partly, misfits)
    expect(known.share).toBeCloseTo(share, 12)
    expect(known.low).toBeCloseTo(low, 12)
    expect(known.high).toBeCloseTo(high, 12)
    expect(known.state).toBe(state)
  })

  test('counts partly as half and leaves unsure out', () => {
    expect(cell(1, 2, 1, 9)).toMatchObject({ n: 4, share: 0.5, unsure: 9, split: 0.5 })
    expect(cell(6, 0, 4).split).toBeCloseTo(0.96, 12)
    expect(cell(4, 2, 4).split).toBeCloseTo(0.8, 12)
    expect(cell(38, 0, 0).high).toBe(1)
    expect(cell(0, 0, 77).low).toBe(0)
  })

  test('that nobody judged has no share, interval or split', () => {
    expect(cell(0, 0, 0, 3)).toMatchObject({ n: 0, share: null, low: null, high: null, split: null, state: 'open' })
  })
})

describe('Opposition', () => {
  test('is the chance that two picked at random contradict each other', () => {
    expect(opposition(6, 4, 10)).toBeCloseTo(0.533333, 6)
    expect(opposition(1, 1, 2)).toBe(1)
    expect(opposition(3, 0, 4)).toBe(0)
    expect(opposition(1, 0, 1)).toBeNull()
  })
})

const judged = fc.constantFrom('fits' as const, 'partly' as const, 'misfits' as const)
const pairs = fc.array(fc.record({ from: judged, to: judged, count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 9 })
const swapped = (all: Pair[]) => all.map(({ from, to, count }) => ({ from: to, to: from, count }))

describe('The standpoint effect', () => {
  test('is how far verdicts move on average', () => {
    const moved: Pair[] = [
      { from: 'misfits', to: 'fits', count: 6 },
      { from: 'partly', to: 'fits', count: 2 },
      { from: 'fits', to: 'fits', count: 2 },
    ]
    const effect = standpointEffect(moved)
    expect(effect).toMatchObject({ effect: 0.7, n: 10 })
    if ('tooFew' in effect) throw new Error('ten are enough')
    // Enumerated: 1.97 % of all resamples lie at or below 0.4 and 4.42 % at or below 0.45; 97.38 % at or below 0.9.
    expect(effect.low).toBeCloseTo(0.45, 12)
    expect(effect.high).toBeGreaterThan(0.9 - 1e-9)
    expect(effect.high).toBeLessThan(0.95 + 1e-9)
  })

  test('needs ten members who judged from both', () => {
    expect(standpointEffect([{ from: 'fits', to: 'misfits', count: 9 }])).toEqual({ tooFew: true, n: 9 })
  })

  test('is the same with intervals drawn before as without, and draws an interval once', () => {
    const intervals = new EffectIntervals()
    const moved = (count: number): Pair[] => [
      { from: 'misfits', to: 'fits', count },
      { from: 'fits', to: 'partly', count: 20 },
    ]
    for (const count of [5, 6, 5, 20])
      expect(standpointEffect(moved(count), intervals)).toEqual(standpointEffect(moved(count)))
    const counts = [0, 20, 0, 0, 5]
    expect(intervals.of(counts)).toBe(intervals.of([...counts]))
  })

  test('turns its sign, interval included, when the standpoints are swapped', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const [there, back] = [standpointEffect(all), standpointEffect(swapped(all))]
        const mirrored =
          'tooFew' in there ? there : { effect: 0 - there.effect, low: 0 - there.high, high: 0 - there.low, n: there.n }
        expect(back).toEqual(mirrored)
      }),
      { numRuns: 60 },
    )
  })

  test('does not depend on the order of its members, and holds its mean', () => {
    fc.assert(
      fc.property(pairs, fc.infiniteStream(fc.nat()), (all, keys) => {
        const order = all.map((pair) => ({ pair, key: keys.next().value as number }))
        const shuffled = order.sort((a, b) => a.key - b.key).map(({ pair }) => pair)
        const effect = standpointEffect(shuffled)
        expect(effect).toEqual(standpointEffect(all))
        if ('tooFew' in effect) return
        expect(effect.low).toBeLessThanOrEqual(effect.effect)
        expect(effect.high).toBeGreaterThanOrEqual(effect.effect)
      }),
      { numRuns: 60 },
    )
  })
})

const claim = {
  id: 'c',
  standpoints: ['s0', 's1', 's2'].map((id) => ({ id, propositionId: id === 's2' ? 'p' : null })),
  framings: ['f0', 'f1'].map((id) => ({ id })),
}
const standpointIds = claim.standpoints.map(({ id }) => id)

const events = fc.uniqueArray(
  fc.record({
    memberId: fc.constantFrom(...Array.from({ length: 14 }, (_, i) => `m${i}`)),
    standpointId: fc.constantFrom(...standpointIds),
    framingId: fc.constantFrom('f0', 'f1'),
    verdict: fc.constantFrom<BallotVerdict | null>('fits', 'partly', 'misfits', 'unsure', null),
    at: fc.integer({ min: 1, max: 1e6 }),
  }),
  { maxLength: 120, selector: ({ at }) => at },
)
const tallyAfter = (all: BallotEvent[]) => tally(claim, standingAfter(standpointIds, all, []))

describe('A tally', () => {
  test('has a cell for each standpoint and framing, zeros included', () => {
    const { cells, noneOfThese, standpointEffect, opposed } = tallyAfter([])
    expect(cells.map(({ framingId, standpointId, n }) => [framingId, standpointId, n])).toHaveLength(6)
    expect(noneOfThese).toHaveLength(3)
    expect(standpointEffect.map(({ from, to }) => [from, to])).toEqual([
      ['s1', 's2'],
      ['s1', 's2'],
    ])
    expect(opposed.every(({ value, n }) => value === null && n === 0)).toBe(true)
  })

  test('is the same in whatever order the history is read and whatever the members are called', () => {
    fc.assert(
      fc.property(events, (all) => {
        const renamed = all.map((event) => ({ ...event, memberId: `other-${event.memberId}` }))
        expect(tallyAfter(renamed.toReversed())).toEqual(tallyAfter(all))
      }),
      { numRuns: 40 },
    )
  })

  test('is the same, framing by framing, in whatever order framings, pairs and members come', () => {
    fc.assert(
      fc.property(events, (all) => {
        const standing = standingAfter(standpointIds, all, [])
        const turned = {
          ...standing,
          cells: standing.cells.toReversed(),
          pairs: standing.pairs.toReversed(),
          everywhere: standing.everywhere.toReversed(),
        }
        const reversed = tally({ ...claim, framings: claim.framings.toReversed() }, turned)
        const straight = tally(claim, standing)
        const byFraming = <T extends { framingId: string }>(rows: T[]) => Object.groupBy(rows, (row) => row.framingId)
        expect(byFraming(reversed.cells)).toEqual(byFraming(straight.cells))
        expect(byFraming(reversed.standpointEffect)).toEqual(byFraming(straight.standpointEffect))
        expect(byFraming(reversed.opposed)).toEqual(byFraming(straight.opposed))
        expect(reversed.cruxes.map(({ n }) => n)).toEqual(straight.cruxes.map(({ n }) => n))
      }),
      { numRuns: 40 },
    )
  })

  test('turns the sign of every standpoint effect when the two standpoints change places, and of nothing else', () => {
    const swapped = {
      ...claim,
      standpoints: [0, 2, 1].map((i) => claim.standpoints[i] as (typeof claim.standpoints)[0]),
    }
    fc.assert(
      fc.property(events, (all) => {
        const there = tallyAfter(all)
        const ids = swapped.standpoints.map(({ id }) => id)
        const back = tally(swapped, standingAfter(ids, all, []))
        for (const [i, one] of there.standpointEffect.entries()) {
          const other = back.standpointEffect[i]
          expect(other).toMatchObject({ from: one.to, to: one.from, n: one.n })
          if ('effect' in one)
            expect(other).toMatchObject({ effect: 0 - one.effect, low: 0 - one.high, high: 0 - one.low })
        }
        const byCell = (rows: { framingId: string; standpointId: string }[]) =>
          new Map(rows.map((row) => [`${row.framingId} ${row.standpointId}`, row]))
        expect(byCell(back.cells)).toEqual(byCell(there.cells))
        expect(byCell(back.opposed)).toEqual(byCell(there.opposed))
      }),
      { numRuns: 40 },
    )
  })

  test('keeps its shares, splits, effects and opposition when somebody who is only unsure joins', () => {
    fc.assert(
      fc.property(events, (all) => {
        const unsure = standpointIds.flatMap((standpointId, i) =>
          ['f0', 'f1'].map((framingId, j) => ({
            memberId: 'new',
            standpointId,
            framingId,
            verdict: 'unsure' as const,
            at: 2e6 + i * 9 + j,
          })),
        )
        const without = (counted: ReturnType<typeof tallyAfter>) => ({
          ...counted,
          voters: 0,
          cells: counted.cells.map((one) => ({ ...one, unsure: 0 })),
        })
        expect(without(tallyAfter([...all, ...unsure]))).toEqual(without(tallyAfter(all)))
      }),
      { numRuns: 40 },
    )
  })

  test('adds up to the verdicts that stand', () => {
    fc.assert(
      fc.property(events, (all) => {
        const latest = new Map<string, BallotEvent>()
        for (const event of all.toSorted((a, b) => a.at - b.at))
          latest.set(`${event.memberId} ${event.standpointId} ${event.framingId}`, event)
        const standing = [...latest.values()].filter(({ verdict }) => verdict)
        const counted = tallyAfter(all)
        expect(counted.cells.reduce((sum, one) => sum + one.n + one.unsure, 0)).toBe(standing.length)
        expect(counted.voters).toBe(new Set(standing.map(({ memberId }) => memberId)).size)
      }),
      { numRuns: 40 },
    )
  })

  test('opposes only those who judged a framing from every standpoint, and finds the crux', () => {
    const at = (memberId: string, ...verdicts: (BallotVerdict | null)[]): BallotEvent[] =>
      verdicts.map((verdict, i) => ({
        memberId,
        standpointId: standpointIds[i] as string,
        framingId: 'f0',
        verdict,
        at: i + 1,
      }))
    const all = [
      ...at('a', 'fits', 'fits', 'fits'),
      ...at('b', 'fits', 'fits', 'fits'),
      ...at('c', 'misfits', 'fits', 'fits'),
      ...at('d', 'misfits', 'misfits', 'fits'),
      ...at('e', 'misfits', null, 'fits'),
      ...at('f', 'misfits', 'unsure', 'misfits'),
    ]
    const { opposed, cruxes } = tallyAfter(all)
    expect(opposed.filter(({ framingId }) => framingId === 'f0')).toEqual([
      { framingId: 'f0', standpointId: 's0', value: (2 * 2 * 2) / 12, n: 4 },
      { framingId: 'f0', standpointId: 's1', value: (2 * 3 * 1) / 12, n: 4 },
      { framingId: 'f0', standpointId: 's2', value: 0, n: 4 },
    ])
    expect(cruxes).toEqual([
      { standpointId: 's2', propositionId: 'p', overall: (2 * 2 * 4) / 30, supposing: (2 * 5 * 1) / 30, n: 6 },
    ])
  })
})
