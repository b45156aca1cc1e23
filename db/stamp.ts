import { CompiledQuery } from 'kysely'
import { ask } from './alive.ts'
import { type Db, dataVersionOf, engineOf } from './open.ts'

// Which transactions can be seen: none begins to write, or ends, without changing it.
const onPostgres = CompiledQuery.raw('select pg_current_snapshot()::text as snapshot')

/** What the database holds, as a short text: where it is the same before and after, nothing that pages show was committed between. */
export async function stampOf(db: Db): Promise<string> {
  return stampNow(db) ?? askedFor(db)
}

/** The same without waiting, since every page asks; undefined where the engine must be asked over a wire. */
export function stampNow(db: Db): string | undefined {
  return dataVersionOf(db)
}

async function askedFor(db: Db): Promise<string> {
  if (engineOf(db) === 'postgres')
    return (await db.executeQuery<{ snapshot: string }>(onPostgres)).rows[0]?.snapshot as string
  await ask(db)
  return stampNow(db) as string
}
