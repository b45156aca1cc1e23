import { CompiledQuery } from 'kysely'
import { type Db, dataVersionOf, engineOf } from './open.ts'

// Counts the commits of every other connection, of this process or another; the reader itself never writes.
const onSqlite = CompiledQuery.raw('pragma data_version')
// Which transactions can be seen: none begins to write, or ends, without changing it.
const onPostgres = CompiledQuery.raw('select pg_current_snapshot()::text as snapshot')

/** What the database holds, as a short text: where it is the same before and after, nothing was committed between. */
export async function stampOf(db: Db): Promise<string> {
  return stampNow(db) ?? askedFor(db)
}

/** The same without waiting, since every page asks; undefined where the engine must be asked over a wire. */
export function stampNow(db: Db): string | undefined {
  const version = dataVersionOf(db)
  return version === undefined ? undefined : String(version)
}

async function askedFor(db: Db): Promise<string> {
  const { rows } = await db.executeQuery<Record<string, unknown>>(engineOf(db) === 'sqlite' ? onSqlite : onPostgres)
  return String(Object.values(rows[0] ?? {})[0])
}
