import Sqlite, { type Statement } from 'better-sqlite3'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { Queue } from './queue.ts'
import { StatementCache } from './statement-cache.ts'

const retryDelaysMs = [1, 2, 5, 10, 20]

/** Reads on one connection, writes on another, one transaction at a time; a lock held by another process is waited for without holding the event loop. */
export class EmbeddedDriver implements Driver {
  readonly #file: string
  readonly #writers = new Queue()
  #reader!: StatementCache
  #writer!: StatementCache
  #version: Statement | undefined

  constructor(file: string) {
    this.#file = file
  }

  /** How often others have committed, seen from the reader, which never writes; undefined before the first query. */
  dataVersion(): number | undefined {
    return this.#version?.get() as number | undefined
  }

  async init() {
    // The writer comes first: it makes the file, and WAL, which a read-only connection cannot.
    this.#writer = new StatementCache(openWriter(this.#file))
    this.#reader = new StatementCache(openReader(this.#file))
    this.#version = this.#reader.database.prepare('pragma data_version').pluck()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new EmbeddedConnection(this.#reader)
  }

  async beginTransaction(connection: EmbeddedConnection) {
    connection.release = await this.#writers.enter()
    try {
      await this.#beginImmediate()
    } catch (error) {
      connection.release()
      throw error
    }
    connection.statements = this.#writer
  }

  async #beginImmediate() {
    for (let attempt = 0; ; attempt++) {
      try {
        this.#writer.run('begin immediate')
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        await new Promise((done) => setTimeout(done, retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)]))
      }
    }
  }

  async commitTransaction(connection: EmbeddedConnection) {
    this.#writer.run('commit')
    this.#leave(connection)
  }

  async rollbackTransaction(connection: EmbeddedConnection) {
    try {
      if (this.#writer.database.inTransaction) this.#writer.run('rollback')
    } finally {
      this.#leave(connection)
    }
  }

  #leave(connection: EmbeddedConnection) {
    connection.statements = this.#reader
    connection.release?.()
    connection.release = undefined
  }

  async releaseConnection() {}

  async destroy() {
    this.#version = undefined
    this.#reader.database.close()
    this.#writer.database.close()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  statements: StatementCache
  release?: () => void

  constructor(statements: StatementCache) {
    this.statements = statements
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
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

function isBusy(error: unknown) {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
