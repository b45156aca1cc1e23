import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompiledQuery, Kysely, type LogEvent } from 'kysely'
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

// As the engine: who asks how often is the page cache, for every request.
const versionKey = Symbol.for('parallax.dataVersion')

/** On SQLite, a text that changes with each commit of what pages show, without a query's ceremony; undefined on PostgreSQL and before the first query. */
export function dataVersionOf(db: Db): string | undefined {
  return (db.getExecutor().adapter as { [versionKey]?: () => string | undefined })[versionKey]?.()
}

/** Is told of a query that took so many milliseconds. What it was asked with belongs into no log. */
export type TellSlow = (query: Pick<CompiledQuery, 'sql' | 'parameters'>, ms: number) => void

/** What is to be told of, and from how many milliseconds on. */
interface Slow {
  ms: number
  tell: TellSlow
}

/** Opens what DATABASE_URL names: `file:…` (its folder is made) or `postgres://…`. */
export function openDatabase(url: string, slow?: Slow): Db {
  const logged = slow ? { log: logOf(slow) } : {}
  if (engineOfUrl(url) === 'postgres')
    return marked(new Kysely<Tables>({ dialect: postgresDialect(url), ...logged }), 'postgres')
  const dialect = sqliteDialect(fileOf(url))
  return marked(new Kysely<Tables>({ dialect, ...logged }), 'sqlite', () => dialect.driver.dataVersion())
}

function logOf(slow: Slow) {
  return ({ query, queryDurationMillis: ms }: LogEvent) => {
    if (ms >= slow.ms) slow.tell(query, ms)
  }
}

function marked(db: Db, engine: Engine, version?: () => string | undefined): Db {
  Object.assign(db.getExecutor().adapter, { [engineKey]: engine, [versionKey]: version })
  return db
}

/** The path of a `file:` URL, relative ones included; its folder is made. */
export function fileOf(url: string): string {
  const path = url.startsWith('file://') ? fileURLToPath(url) : url.replace(/^file:/, '')
  mkdirSync(dirname(path), { recursive: true })
  return path
}
