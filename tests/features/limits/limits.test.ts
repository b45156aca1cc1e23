import { afterEach, expect, test, vi } from 'vitest'
import type { Limit } from '#app/features/limits/limit.ts'
import {
  giveBack,
  inWords,
  isNoted,
  note,
  pruneCounts,
  refuseSpent,
  type Share,
  spend,
} from '#app/features/limits/limits.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const three: Limit = { name: 'three', points: 3, seconds: 600, why: 'Three were enough.' }
const spent = { kind: 'too many', message: expect.stringMatching(/^Three were enough\. Try again in 10 minutes\.$/) }

describeOnBothEngines('Limits', (open) => {
  const take = (db: Db, ...shares: Share[]) => inTransaction(db, (tx) => spend(tx, shares))
  const anybody = (): Share => [three, newId()]

  afterEach(() => vi.useRealTimers())

  test('of twelve who ask at once three are let by, and each of the others is told how long to wait', async () => {
    const share = anybody()
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => take(open(), share)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toMatchObject(spent)
    await expect(refuseSpent(open(), [share])).rejects.toMatchObject({ ...spent, more: { retryAfter: 600 } })
  })

  test('what a transaction undoes was not taken, of none of its limits', async () => {
    const [full, other] = [anybody(), anybody()]
    for (let n = 0; n < 3; n++) await take(open(), full)
    for (let n = 0; n < 5; n++) await expect(take(open(), other, full)).rejects.toMatchObject(spent)
    for (let n = 0; n < 3; n++) await take(open(), other)
    await expect(take(open(), other)).rejects.toMatchObject(spent)
  })

  test('a count begins anew when its time is over, and goes away', async () => {
    const share = anybody()
    for (let n = 0; n < 3; n++) await take(open(), share)
    vi.setSystemTime(Date.now() + 600_001)
    await take(open(), share)
    vi.setSystemTime(Date.now() + 600_001)
    await pruneCounts(open())
    expect(await open().selectFrom('limit_counts').selectAll().execute()).toEqual([])
  })

  test('a point comes back; what was noted is known', async () => {
    const [share, other] = [anybody(), anybody()]
    for (let n = 0; n < 9; n++) {
      await take(open(), share)
      await inTransaction(open(), (tx) => giveBack(tx, [share]))
    }
    await inTransaction(open(), (tx) => note(tx, share))
    expect([await isNoted(open(), share), await isNoted(open(), other)]).toEqual([true, false])
  })
})

test.each([
  [1, '1 second'],
  [60, '60 seconds'],
  [61, '2 minutes'],
  [3601, '2 hours'],
])('%d seconds are told as %s', (seconds, words) => {
  expect(inWords(seconds)).toBe(words)
})
