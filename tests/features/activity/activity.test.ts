import { expect, test } from 'vitest'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const soon = () => new Promise((done) => setTimeout(done, 20))
const newThing = () => ({ kind: 'thing', id: newId() })

async function versionOf(db: Db, { kind, id }: { kind: string; id: string }) {
  const row = await db
    .selectFrom('versions')
    .select('version')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.version
}

describeOnBothEngines('Versions', (open) => {
  test('rise once with each transaction that changes a thing', async () => {
    const thing = newThing()
    await inTransaction(open(), async (tx) => {
      await record(tx, null, 'thing.made', thing)
      await inTransaction(tx, (inner) => touch(inner, thing))
    })
    expect(await versionOf(open(), thing)).toBe(1)
    await inTransaction(open(), (tx) => touch(tx, thing))
    expect(await versionOf(open(), thing)).toBe(2)
  })

  test('stay when the transaction fails, and so does what happened', async () => {
    const thing = newThing()
    const failing = inTransaction(open(), async (tx) => {
      await record(tx, null, 'thing.made', thing)
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await versionOf(open(), thing)).toBeUndefined()
    expect(await open().selectFrom('activity').where('subject_id', '=', thing.id).selectAll().execute()).toEqual([])
  })

  test('do not make two writers wait for each other, in whatever order they change things', async () => {
    const [one, other] = [newThing(), newThing()]
    let attempts = 0
    const change = (first: typeof one, second: typeof one) =>
      inTransaction(open(), async (tx) => {
        attempts++
        await touch(tx, first)
        await soon()
        await touch(tx, second)
      })
    await Promise.all([change(one, other), change(other, one)])
    expect(attempts).toBe(2)
    expect([await versionOf(open(), one), await versionOf(open(), other)]).toEqual([2, 2])
  })
})
