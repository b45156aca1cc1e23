import { CompiledQuery } from 'kysely'
import { type Db, dataVersionOf, engineOf } from './open.ts'

// Counts the commits of every other connection, of this process or another; the reader itself never writes.
const onSqlite = CompiledQuery.raw('pragma data_version')
// Which transactions can be seen: none begins to write, or ends, without changing it.
const onPostgres = CompiledQuery.raw('select pg_current_snapshot()::text as snapshot')

/** What the database holds, as a short text: where it is the same before and after, nothing was committed between. At once where the engine can say so, since every page asks. */
export function stampOf(db: Db): string | Promise<string> {
  const version = dataVersionOf(db)
  return version === undefined ? askedFor(db) : String(version)
}

async function askedFor(db: Db): Promise<string> {
  const { rows } = await db.executeQuery<Record<string, unknown>>(engineOf(db) === 'sqlite' ? onSqlite : onPostgres)
  return String(Object.values(rows[0] ?? {})[0])
}
