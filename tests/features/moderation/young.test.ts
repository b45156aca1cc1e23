import { expect, test } from 'vitest'
import { castBallot, sayHandle } from '#app/features/ballots/ballots.server.ts'
import { tallyByAge } from '#app/features/ballots/established/by-age.server.ts'
import { comparable } from '#app/features/ballots/established/by-age.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { burstsIn } from '#app/features/moderation/young/burst.ts'
import { recentBursts } from '#app/features/moderation/young/young.server.ts'
import { dayMs } from '#app/lib/clock.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { newCase } from '#tests/support/claims.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const hour = dayMs / 24
const votesAt = (hours: number[]) => hours.map((at) => ({ claimId: 'c', castAt: at * hour }))

test.each([
  ['eight within a day', [0, 1, 2, 3, 4, 5, 6, 23], 10, [8, 0]],
  ['seven', [0, 1, 2, 3, 4, 5, 6], 10, undefined],
  ['eight over two days', [0, 6, 12, 18, 25, 31, 37, 43], 10, undefined],
  ['the densest day of many', [0, 30, 31, 32, 33, 34, 35, 36, 37, 38], 10, [9, 30 * hour]],
  ['eight among a hundred', [0, 1, 2, 3, 4, 5, 6, 7], 100, undefined],
])('a burst is %s', (_, hours, voters, expected) => {
  const [burst] = burstsIn(votesAt(hours), () => voters)
  expect(burst && [burst.members, burst.at]).toEqual(expected)
})

describeOnBothEngines('Young accounts', (open) => {
  test('that vote on one claim at once are told of, with the tally without them', async () => {
    const { claim } = await newCase(open())
    const cell = {
      claimId: claim.id,
      standpointId: claim.standpoints[0]?.id ?? '',
      framingId: claim.framings[0]?.id ?? '',
    }
    const old = await Promise.all([1, 2, 3, 4, 5].map(() => someMember(open())))
    const ids = old.map(({ id }) => id)
    const joined = (daysAgo: number) =>
      inTransaction(open(), (tx) =>
        tx
          .updateTable('members')
          .set({ created_at: Date.now() - daysAgo * dayMs })
          .where('id', 'in', ids)
          .execute(),
      )
    await joined(20)
    for (const member of old) await castBallot(open(), member, cell, 'misfits')
    for (let n = 0; n < 7; n++) await castBallot(open(), await someMember(open()), cell, 'fits')
    expect(await recentBursts(open())).toEqual([])
    await castBallot(open(), await someMember(open()), cell, 'fits')
    expect(await recentBursts(open())).toEqual([])
    const byAge = async () => tallyByAge(open(), await tallyOf(open(), claim.id))
    expect(await byAge()).toMatchObject({ cells: [], names: [] })
    await joined(100)
    expect(await recentBursts(open())).toMatchObject([
      {
        ...{ claimId: claim.id, statement: claim.statement, members: 8, voters: 13 },
        cells: [{ all: { n: 13, share: 8 / 13 }, without: { n: 5, share: 0 } }],
      },
    ])
    for (const member of old) await sayHandle(open(), member, claim.id, cell.standpointId, null)
    await castBallot(open(), old[0]!, { ...cell, framingId: claim.framings[1]?.id ?? '' }, 'fits')
    expect(await byAge()).toMatchObject({
      youngerThanDays: 7,
      cells: [{ all: { n: 13, misfits: 5 }, established: { n: 5, misfits: 5, fits: 0, low: 0 }, leftOut: 8 }],
      names: [],
    })
  })

  test('that only say a name are told of too, and what few others judged beside them is not set against it', async () => {
    const { claim } = await newCase(open())
    const standpointId = claim.standpoints[0]?.id ?? ''
    const young = await Promise.all(Array.from({ length: 8 }, () => someMember(open())))
    const told = async () => (await recentBursts(open())).find(({ claimId }) => claimId === claim.id)
    for (const member of young) await sayHandle(open(), member, claim.id, standpointId, claim.framings[0]?.id ?? '')
    expect(await told()).toMatchObject({ members: 8, voters: 8, cells: [] })
    const other = await someMember(open())
    const created_at = Date.now() - 100 * dayMs
    await inTransaction(open(), (tx) =>
      tx.updateTable('members').set({ created_at }).where('id', '=', other.id).execute(),
    )
    const cell = { claimId: claim.id, standpointId, framingId: claim.framings[0]?.id ?? '' }
    for (const member of [...young, other]) await castBallot(open(), member, cell, 'fits')
    expect(await told()).toMatchObject({ members: 8, voters: 9, cells: [] })
  })
})

const place = { standpointId: 's', framingId: 'f' }
const counts = (said: 'fits' | 'unsure' | 'handles', count: number, young: number) => ({ ...place, said, count, young })

test.each([
  ['five of both', [counts('fits', 10, 5)], 1, 0],
  ['four young', [counts('fits', 10, 4)], 0, 0],
  ['four others', [counts('fits', 10, 6)], 0, 0],
  ['five of both, the unsure among them', [counts('fits', 6, 3), counts('unsure', 4, 2)], 1, 0],
  ['names alone', [counts('handles', 12, 7), { ...counts('handles', 1, 0), framingId: '' }], 0, 1],
])('With and without young accounts are told apart where enough voted: %s', (_, said, cells, names) => {
  const told = comparable(said)
  expect([told.cells.length, told.names.length]).toEqual([cells, names])
})
