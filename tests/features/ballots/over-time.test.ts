import { afterEach, expect, test, vi } from 'vitest'
import { castBallot, withdrawBallot } from '#app/features/ballots/ballots.server.ts'
import { overTime } from '#app/features/ballots/over-time/days.server.ts'
import { type CellDay, daysFrom, thinned } from '#app/features/ballots/over-time/days.ts'
import { newCase, newMembers } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const nothing = { partly: 0, misfits: 0, unsure: 0, handles: 0 }

describeOnBothEngines('A claim over time', (open) => {
  afterEach(() => vi.useRealTimers())

  test('has the end of every day that is over and in which something changed, and never today', async () => {
    const { claim } = await newCase(open())
    const [a, b] = await newMembers(open(), 2)
    const cell = {
      claimId: claim.id,
      standpointId: claim.standpoints[0]?.id ?? '',
      framingId: claim.framings[0]?.id ?? '',
    }
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-01T10:00:00Z') })
    await castBallot(open(), a!, cell, 'fits')
    vi.setSystemTime(Date.parse('2026-03-04T10:00:00Z'))
    await castBallot(open(), b!, cell, 'misfits')
    vi.setSystemTime(Date.parse('2026-03-05T10:00:00Z'))
    await castBallot(open(), b!, cell, 'fits')
    await castBallot(open(), b!, cell, 'misfits')
    vi.setSystemTime(Date.parse('2026-03-06T10:00:00Z'))
    await withdrawBallot(open(), b!, cell)
    const { through, cells } = await overTime(open(), claim.id)
    expect(through).toBe('2026-03-05')
    expect(cells).toHaveLength(1)
    expect(cells[0]?.days.map(({ day, fits, misfits, share }) => [day, fits, misfits, share])).toEqual([
      ['2026-03-01', 1, 0, 1],
      ['2026-03-04', 1, 1, 0.5],
    ])
    vi.setSystemTime(Date.parse('2026-03-07T00:00:00Z'))
    expect((await overTime(open(), claim.id)).cells[0]?.days.at(-1)).toMatchObject({
      day: '2026-03-06',
      share: 1,
      n: 1,
    })
    expect((await overTime(open(), claim.id, { framingIds: [claim.framings[1]?.id ?? ''] })).cells).toEqual([])
  })
})

test('Days add up in whatever order they come, and a day that changed nothing is none', () => {
  const cell = { standpointId: 's', framingId: 'f' }
  const steps = [
    { ...cell, day: 20001, ...nothing, fits: 2 },
    { ...cell, day: 20000, ...nothing, fits: 1 },
    { ...cell, day: 20002, ...nothing, fits: 0 },
  ]
  expect(daysFrom(steps)[0]?.days.map(({ day, n }) => [day, n])).toEqual([
    ['2024-10-04', 1],
    ['2024-10-05', 3],
  ])
})

test('Many days are thinned to few, the first and the last among them', () => {
  const days = Array.from({ length: 400 }, (_, i) => ({ day: String(i) }) as CellDay)
  const few = thinned(days, 30)
  expect([few.length, few[0]?.day, few.at(-1)?.day]).toEqual([30, '0', '399'])
  expect(thinned(days.slice(0, 3), 30)).toHaveLength(3)
})
