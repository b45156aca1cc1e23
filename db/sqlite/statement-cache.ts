import type { Database, Statement } from 'better-sqlite3'

const most = 500

/** A connection that prepares each statement once, the least recently used giving way. */
export class StatementCache {
  readonly database: Database
  readonly #statements = new Map<string, Statement>()

  constructor(database: Database) {
    this.database = database
  }

  run(sql: string) {
    this.#statement(sql).run()
  }

  execute(sql: string, parameters: readonly unknown[]) {
    const statement = this.#statement(sql)
    if (statement.reader) return { rows: statement.all(parameters) }
    const { changes } = statement.run(parameters)
    return { rows: [], numAffectedRows: BigInt(changes) }
  }

  #statement(sql: string): Statement {
    const kept = this.#statements.get(sql)
    const statement = kept ?? this.database.prepare(sql)
    if (kept) this.#statements.delete(sql)
    else if (this.#statements.size >= most) this.#statements.delete(this.#statements.keys().next().value as string)
    this.#statements.set(sql, statement)
    return statement
  }
}
