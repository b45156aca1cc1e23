import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { fileOf, openDatabase } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines, freshDatabase } from '#tests/support/engines.ts'

const soon = (ms = 5) => new Promise((done) => setTimeout(done, ms))
const row = (id: string) => ({ kind: 'test', id, version: 1 })

describeOnBothEngines('Transactions', (open) => {
  test('a failing one takes nothing of another with it, though both were open at once', async () => {
    const fails = inTransaction(open(), async (tx) => {
      await tx.insertInto('versions').values(row('lost')).execute()
      await soon()
      throw new Error('on purpose')
    })
    const succeeds = inTransaction(open(), async (tx) => {
      await soon(1)
      await tx.insertInto('versions').values(row('kept')).execute()
      await soon()
    })
    await expect(fails).rejects.toThrow('on purpose')
    await succeeds
    const kept = await open().selectFrom('versions').select('id').where('id', 'in', ['lost', 'kept']).execute()
    expect(kept).toEqual([{ id: 'kept' }])
  })

  test('an inner one joins the outer and goes with it', async () => {
    const outer = inTransaction(open(), async (tx) => {
      await inTransaction(tx, (inner) => inner.insertInto('versions').values(row('inner')).execute())
      throw new Error('on purpose')
    })
    await expect(outer).rejects.toThrow('on purpose')
    expect(await open().selectFrom('versions').where('id', '=', 'inner').selectAll().execute()).toEqual([])
  })

  test('a reader sees what was there before until a write is committed', async () => {
    await inTransaction(open(), async (tx) => {
      await tx.insertInto('versions').values(row('unseen')).execute()
      expect(await open().selectFrom('versions').where('id', '=', 'unseen').selectAll().execute()).toEqual([])
    })
    expect(await open().selectFrom('versions').where('id', '=', 'unseen').selectAll().execute()).toHaveLength(1)
  })

  test('a hundred increments at once are all there', async () => {
    await inTransaction(open(), (tx) => tx.insertInto('versions').values(row('counted')).execute())
    const increment = () =>
      inTransaction(open(), (tx) =>
        tx
          .updateTable('versions')
          .set((e) => ({ version: e('version', '+', 1) }))
          .where('id', '=', 'counted')
          .execute(),
      )
    await Promise.all(Array.from({ length: 100 }, increment))
    const counted = await open().selectFrom('versions').select('version').where('id', '=', 'counted').executeTakeFirst()
    expect(counted).toEqual({ version: 101 })
  })

  test('counts and sums come as numbers', async () => {
    const { n, sum } = await open()
      .selectFrom('versions')
      .select((e) => [e.fn.countAll<number>().as('n'), e.fn.sum<number>('version').as('sum')])
      .executeTakeFirstOrThrow()
    expect([typeof n, typeof sum]).toEqual(['number', 'number'])
  })
})

describe('SQLite', () => {
  test('is durable: WAL, synchronous FULL, foreign keys on, and no waiting inside the library', async () => {
    const db = openDatabase(await freshDatabase('sqlite'))
    const pragmas = await inTransaction(db, async (tx) => {
      const read = async (name: string) =>
        Object.values((await sql.raw<object>(`pragma ${name}`).execute(tx)).rows[0] ?? {})[0]
      return {
        mode: await read('journal_mode'),
        sync: await read('synchronous'),
        keys: await read('foreign_keys'),
        wait: await read('busy_timeout'),
      }
    })
    expect(pragmas).toEqual({ mode: 'wal', sync: 2, keys: 1, wait: 0 })
    await db.destroy()
  })

  test('refuses a write outside a transaction, where nothing queues it', async () => {
    const db = openDatabase(await freshDatabase('sqlite'))
    await expect(db.insertInto('versions').values(row('stray')).execute()).rejects.toThrow('readonly')
    await db.destroy()
  })

  test('waits for another process’s lock without stopping the event loop, and reads meanwhile', async () => {
    const url = await freshDatabase('sqlite')
    const db = openDatabase(url)
    const other = new Sqlite(fileOf(url))
    other.exec('begin immediate')
    let longestPause = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last)
      last = performance.now()
    }, 5)
    const write = inTransaction(db, (tx) => tx.insertInto('versions').values(row('waited')).execute())
    await soon(300)
    expect(await db.selectFrom('versions').selectAll().execute()).toEqual([])
    other.exec('commit')
    await write
    clearInterval(watch)
    expect(longestPause).toBeLessThan(200)
    expect(await db.selectFrom('versions').selectAll().execute()).toHaveLength(1)
    other.close()
    await db.destroy()
  })
})
