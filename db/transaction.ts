import type { Db } from './open.ts'

const mostAttempts = 10

/** Runs the work in the transaction that is open, or in one of its own; nothing of it stays when it throws. */
export async function inTransaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db)
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (!isTornApart(error) || attempt === mostAttempts) throw error
    }
  }
}

/** PostgreSQL ends one of two transactions that wait for each other; it did nothing and may simply run again. */
function isTornApart(error: unknown) {
  const code = (error as { code?: unknown } | null)?.code
  return code === '40P01' || code === '40001'
}
