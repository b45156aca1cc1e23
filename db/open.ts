import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kysely } from 'kysely'
import { postgresDialect } from './postgres/dialect.ts'
import { sqliteDialect } from './sqlite/dialect.ts'
import type { Tables } from './tables.ts'

/** The database, or an open transaction on it. Outside a transaction SQLite only reads: writes go through `inTransaction`. */
export type Db = Kysely<Tables>

export type Engine = 'sqlite' | 'postgres'

// Kept on the adapter itself, under a name that both module graphs know: the server opens the database, the built bundle asks.
const engineKey = Symbol.for('parallax.engine')

/** The engine below a database or transaction, for the few statements that differ. */
export function engineOf(db: Db): Engine {
  return (db.getExecutor().adapter as { [engineKey]?: Engine })[engineKey] as Engine
}

export function engineOfUrl(url: string): Engine {
  return /^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite'
}

/** Opens what DATABASE_URL names: `file:…` (its folder is made) or `postgres://…`. */
export function openDatabase(url: string): Db {
  const engine = engineOfUrl(url)
  const db = new Kysely<Tables>({ dialect: engine === 'postgres' ? postgresDialect(url) : sqliteDialect(fileOf(url)) })
  Object.assign(db.getExecutor().adapter, { [engineKey]: engine })
  return db
}

/** The path of a `file:` URL, relative ones included; its folder is made. */
export function fileOf(url: string): string {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, '')
  mkdirSync(dirname(path), { recursive: true })
  return path
}
