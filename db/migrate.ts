import { readdir } from 'node:fs/promises'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { engineOfUrl, fileOf } from './open.ts'
import { postgresDialect } from './postgres/dialect.ts'
import { makeOwnFile } from './sqlite/own-file.ts'

const folder = new URL('../migrations/', import.meta.url)
const lockWaitMs = 10_000

/** Brings the schema at the URL to the newest version, or to an earlier one that is named; returns the names of the migrations that ran. */
export function migrate(url: string, upTo?: string): Promise<string[]> {
  return withMigrator(url, async (migrator) => {
    const { error, results } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest())
    if (error) throw error
    return (results ?? []).map((result) => result.migrationName)
  })
}

/** Every migration and when it ran, null where it has not. */
export function migrationStatus(url: string): Promise<{ name: string; ranAt: Date | null }[]> {
  return withMigrator(url, async (migrator) => {
    const known = await migrator.getMigrations()
    return known.map(({ name, executedAt }) => ({ name, ranAt: executedAt ?? null }))
  })
}

/** On a connection of its own: the server's driver reads outside transactions, and a migrator writes there. */
async function withMigrator<T>(url: string, work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const db = new Kysely<unknown>({
    dialect: engineOfUrl(url) === 'postgres' ? postgresDialect(url) : embeddedDialect(url),
  })
  try {
    return await work(new Migrator({ db, provider: { getMigrations } }))
  } finally {
    await db.destroy()
  }
}

function embeddedDialect(url: string) {
  makeOwnFile(fileOf(url))
  const database = new Sqlite(fileOf(url), { timeout: lockWaitMs })
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  database.pragma('foreign_keys = on')
  const dialect = new SqliteDialect({ database })
  dialect.createAdapter = () => new TransactionalDdlAdapter()
  return dialect
}

/** SQLite undoes DDL with the rest of a transaction; Kysely assumes that it does not. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_.*\.ts$/.test(file)).sort()
  const load = async (file: string) => [file.replace(/\.ts$/, ''), await import(new URL(file, folder).href)] as const
  return Object.fromEntries(await Promise.all(files.map(load)))
}
