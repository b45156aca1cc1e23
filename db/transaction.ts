import type { Db } from './open.ts'

const mostAttempts = 10

/** Runs the work in the transaction that is open, or in one of its own; nothing of it stays when it throws. */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute((tx) => withLastWrites(tx, work))
    } catch (error) {
      if (!isTornApart(error) || attempt === mostAttempts) throw error
    }
  }
}

type Write = () => Promise<unknown>

// A transaction is opened and used in one of the two module graphs, so each may have a map of its own.
const lastWrites = new WeakMap<Db, Map<string, Write>>()

async function withLastWrites<T>(tx: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const writes = new Map<string, Write>()
  lastWrites.set(tx, writes)
  const result = await work(tx)
  for (const key of [...writes.keys()].sort()) await writes.get(key)?.()
  return result
}

/** Puts a write off to the end of the transaction, where each key is written once, in the order of the keys: rows that many transactions write are then locked briefly, and by all of them in one order, so that none waits for another in a circle. */
export async function writeLast(tx: Db, key: string, write: Write) {
  const writes = lastWrites.get(tx)
  if (writes) writes.set(key, write)
  else await write()
}

/** PostgreSQL ends one of two transactions that wait for each other; it did nothing and may simply run again. */
function isTornApart(error: unknown) {
  const code = (error as { code?: unknown } | null)?.code
  return code === '40P01' || code === '40001'
}
