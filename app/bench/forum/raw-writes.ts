import Sqlite from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import pg from 'pg'
import { type Db, engineOfUrl, fileOf, openDatabase } from '#db/open.ts'
import { StatementCache } from '#db/sqlite/statement-cache.ts'

/** The writes of one transaction. */
export type Writes = Pick<CompiledQuery, 'sql' | 'parameters'>[]

/** Does some work on a database, a transaction a piece, and answers what each wrote: what raw transactions must write to do the same, without what was read before. */
export async function recordWrites(url: string, pieces: number, work: (db: Db, n: number) => Promise<unknown>) {
  let writes: Writes = []
  const tell = ({ sql, parameters }: Writes[number]) => {
    if (/\b(insert|update|delete)\b/i.test(sql) && !/^\s*select\b/i.test(sql)) writes.push({ sql, parameters })
  }
  const db = openDatabase(url, { ms: 0, tell })
  const all: Writes[] = []
  for (let n = 0; n < pieces; n++) {
    writes = []
    await work(db, n)
    all.push(writes)
  }
  await db.destroy()
  return all
}

/** Writes one transaction after another on a database that is as the recorded one was before, with nothing between the program and the engine. */
export async function rawWriter(
  url: string,
): Promise<{ write(writes: Writes): Promise<void>; close(): Promise<void> }> {
  if (engineOfUrl(url) === 'postgres') return rawOnPostgres(url)
  const database = new Sqlite(fileOf(url))
  for (const pragma of ['journal_mode = wal', 'synchronous = full', 'foreign_keys = on']) database.pragma(pragma)
  const statements = new StatementCache(database)
  return {
    async write(writes) {
      statements.run('begin immediate')
      for (const { sql, parameters } of writes) statements.execute(sql, parameters)
      statements.run('commit')
    },
    async close() {
      database.close()
    },
  }
}

async function rawOnPostgres(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  return {
    async write(writes: Writes) {
      await client.query('begin')
      for (const { sql, parameters } of writes)
        await client.query({ name: String(sql.length) + sql.slice(0, 40), text: sql, values: [...parameters] })
      await client.query('commit')
    },
    close: () => client.end(),
  }
}
