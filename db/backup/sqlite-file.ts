import type { Database, Statement } from 'better-sqlite3'
import { isKept, type Manifest, type Row, type Source } from './manifest.ts'

/** The rows of a SQLite file. */
export function sourceOf(database: Database): Source {
  return {
    tables: async () =>
      (
        database.prepare(`select name from sqlite_master where type = 'table' order by name`).pluck().all() as string[]
      ).filter(isKept),
    rowsOf: (table) =>
      database.prepare(`select * from "${table}" order by ${keyOf(database, table)}`).iterate() as Iterable<Row>,
  }
}

/** The columns of a table's key; of a table without one, all columns. */
function keyOf(database: Database, table: string): string {
  const columns = database.pragma(`table_info("${table}")`) as { name: string; pk: number }[]
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  return (key.length > 0 ? key : columns).map(({ name }) => `"${name}"`).join(', ')
}

export function writeManifest(database: Database, manifest: Manifest) {
  database.exec('create table backup_manifest (name text primary key, rows integer not null, hash text not null)')
  const put = database.prepare('insert into backup_manifest values (?, ?, ?)')
  for (const [table, { rows, hash }] of manifest) put.run(table, rows, hash)
}

/** What the backup said of itself when it was made; nothing where it says nothing. */
export function readManifest(database: Database): Manifest | undefined {
  const isThere = database.prepare(`select 1 from sqlite_master where name = 'backup_manifest'`).get()
  if (!isThere) return undefined
  const rows = database.prepare('select name, rows, hash from backup_manifest').all()
  return new Map((rows as { name: string; rows: number; hash: string }[]).map(({ name, ...one }) => [name, one]))
}

/** Puts rows as they are into the tables of a file that has only just been migrated: without triggers, but those that keep the index of excerpts. */
export async function fill(database: Database, source: Source) {
  const triggers = database
    .prepare(`select name, sql from sqlite_master where type = 'trigger' and tbl_name <> 'excerpts'`)
    .all() as { name: string; sql: string }[]
  database.pragma('foreign_keys = off')
  database.exec('begin')
  for (const { name } of triggers) database.exec(`drop trigger "${name}"`)
  for (const table of await source.tables()) await fillTable(database, table, source.rowsOf(table))
  for (const { sql } of triggers) database.exec(sql)
  database.exec('commit')
}

async function fillTable(database: Database, table: string, rows: AsyncIterable<Row> | Iterable<Row>) {
  database.exec(`delete from "${table}"`)
  let put: Statement | undefined
  for await (const row of rows) {
    const columns = Object.keys(row)
    const names = columns.map((column) => `"${column}"`).join(', ')
    put ??= database.prepare(`insert into "${table}" (${names}) values (${columns.map(() => '?')})`)
    put.run(Object.values(row))
  }
}
