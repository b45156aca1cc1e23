import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { type Db, fileOf, openDatabase } from '#db/open.ts'
import { stampOf } from '#db/stamp.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines, freshDatabase } from '#tests/support/engines.ts'

const version = (id: string) => ({ kind: 'test', id, version: 1 })
const count = (key: string) => ({ key, points: 1, ends_at: 0 })
const put = (tx: Db, id: string) => tx.insertInto('versions').values(version(id)).execute()
const limit = (tx: Db, key: string) => tx.insertInto('limit_counts').values(count(key)).execute()

describeOnBothEngines('What the database holds', (open) => {
  test('is another once something that pages show was committed, and the same until then', async () => {
    const before = await stampOf(open())
    expect(await stampOf(open())).toBe(before)
    await inTransaction(open(), (tx) => put(tx, 'a'))
    const after = await stampOf(open())
    expect(after).not.toBe(before)
    expect(await stampOf(open())).toBe(after)
  })
})

describe('What the database holds, on SQLite', () => {
  test('is the same after what no page shows, and another after both in one commit', async () => {
    const db = openDatabase(await freshDatabase('sqlite'))
    await stampOf(db)
    const before = await stampOf(db)
    await inTransaction(db, (tx) => limit(tx, 'alone'))
    await inTransaction(db, async (tx) => {
      await put(tx, 'lost')
      throw new Error('on purpose')
    }).catch(() => {})
    expect(await stampOf(db)).toBe(before)
    const both = [inTransaction(db, (tx) => put(tx, 'seen')), inTransaction(db, (tx) => limit(tx, 'beside'))]
    await Promise.all(both)
    const after = await stampOf(db)
    expect(after).not.toBe(before)
    await inTransaction(db, (tx) => sql`update versions set version = 7`.execute(tx))
    expect(await stampOf(db)).not.toBe(after)
    await db.destroy()
  })

  test('is another once another process wrote', async () => {
    const url = await freshDatabase('sqlite')
    const db = openDatabase(url)
    const before = await stampOf(db)
    const other = new Sqlite(fileOf(url))
    other.prepare('insert into versions (kind, id, version) values (?, ?, ?)').run('test', 'other', 1)
    other.close()
    await new Promise(setImmediate)
    expect(await stampOf(db)).not.toBe(before)
    await db.destroy()
  })
})
