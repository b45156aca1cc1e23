import Sqlite from 'better-sqlite3'
import type { Row } from './backup/manifest.ts'
import { withClient } from './backup/postgres.ts'
import { type Engine, engineOfUrl, fileOf } from './open.ts'

/** The database as it is at one moment, whoever writes meanwhile. */
export interface Snapshot {
  engine: Engine
  /** The rows of a query one after another, however many they are; one query at a time. */
  rowsOf(query: string, atOnce?: number): AsyncIterable<Row>
}

/** Reads on a connection of its own; nobody waits for it. */
export async function atOneMoment<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  if (engineOfUrl(url) === 'postgres') return onPostgres(url, work)
  const database = new Sqlite(fileOf(url), { readonly: true })
  try {
    database.exec('begin')
    return await work({ engine: 'sqlite', rowsOf: (query) => iterated(database, query) })
  } finally {
    database.close()
  }
}

async function* iterated(database: Sqlite.Database, query: string) {
  yield* database.prepare(query).iterate() as Iterable<Row>
}

function onPostgres<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    async function* rowsOf(query: string, atOnce = 500): AsyncIterable<Row> {
      await client.query(`declare snapshot_rows cursor for ${query}`)
      for (;;) {
        const { rows } = await client.query<Row>(`fetch ${Math.trunc(atOnce)} from snapshot_rows`)
        if (rows.length === 0) break
        yield* rows
      }
      await client.query('close snapshot_rows')
    }
    return work({ engine: 'postgres', rowsOf })
  })
}

/** A text as SQL writes it. */
export const quoted = (text: string) => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`
