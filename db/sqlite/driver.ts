import Sqlite, { type Statement } from 'better-sqlite3'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { Commits, type Turn } from './commits.ts'
import { StatementCache } from './statement-cache.ts'
import { isSeen } from './unseen.ts'

/** Reads on one connection, writes on another, one transaction at a time. */
export class EmbeddedDriver implements Driver {
  readonly #file: string
  #reader!: StatementCache
  #writer!: StatementCache
  #commits!: Commits
  #version: Statement | undefined
  #seen: string | undefined

  constructor(file: string) {
    this.#file = file
  }

  /** Changes with each commit of what pages show: of ours by count, of other connections and processes by what the writer, which sees theirs alone, is told; undefined before the first query. Looked up once in a turn of the event loop: requests that came together see the same. */
  dataVersion(): string | undefined {
    if (this.#seen === undefined && this.#version) {
      this.#seen = `${this.#version.get()}.${this.#commits.seen}`
      setImmediate(() => this.#forgetSeen())
    }
    return this.#seen
  }

  #forgetSeen() {
    this.#seen = undefined
  }

  async init() {
    // The writer comes first: it makes the file, and WAL, which a read-only connection cannot.
    this.#writer = new StatementCache(openWriter(this.#file))
    this.#commits = new Commits(this.#writer, () => this.#forgetSeen())
    this.#reader = new StatementCache(openReader(this.#file))
    this.#version = this.#writer.database.prepare('pragma data_version').pluck()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new EmbeddedConnection(this.#reader)
  }

  async beginTransaction(connection: EmbeddedConnection) {
    connection.turn = await this.#commits.begin()
    connection.statements = this.#writer
  }

  async commitTransaction(connection: EmbeddedConnection) {
    const turn = connection.turn as Turn
    this.#leave(connection)
    await this.#commits.end(turn)
  }

  /** Kysely calls it also where the commit failed, when nothing is left to take back. */
  async rollbackTransaction(connection: EmbeddedConnection) {
    const { turn } = connection
    this.#leave(connection)
    if (turn) await this.#commits.undo(turn)
  }

  #leave(connection: EmbeddedConnection) {
    connection.statements = this.#reader
    connection.turn = undefined
  }

  async releaseConnection() {}

  async destroy() {
    await this.#commits.flush()
    this.#version = undefined
    this.#forgetSeen()
    this.#reader.database.close()
    this.#writer.database.close()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  statements: StatementCache
  turn: Turn | undefined

  constructor(statements: StatementCache) {
    this.statements = statements
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.turn && isSeen(query.sql)) this.turn.isSeen = true
    return this.statements.execute(query.sql, query.parameters) as QueryResult<R>
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query)
  }
}

function openWriter(file: string) {
  const database = new Sqlite(file, { timeout: 0 })
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  database.pragma('foreign_keys = on')
  return database
}

function openReader(file: string) {
  const database = new Sqlite(file, { timeout: 0, readonly: true })
  database.pragma('cache_size = -65536')
  database.pragma('mmap_size = 268435456')
  return database
}
