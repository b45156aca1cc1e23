import { expect, test } from 'vitest'
import { castBallot } from '#app/features/ballots/ballots.server.ts'
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
    const old = await Promise.all([1, 2, 3].map(() => someMember(open())))
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
    await joined(100)
    expect(await recentBursts(open())).toMatchObject([
      {
        ...{ claimId: claim.id, statement: claim.statement, members: 8, voters: 11 },
        cells: [{ all: { n: 11, share: 8 / 11 }, without: { n: 3, share: 0 } }],
      },
    ])
  })
})
