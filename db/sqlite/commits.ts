import Sqlite from 'better-sqlite3'
import { Queue } from './queue.ts'
import type { StatementCache } from './statement-cache.ts'

const retryDelaysMs = [1, 2, 5, 10, 20]

/** A transaction whose turn it is. */
export interface Turn {
  /** It stands in one with others that have ended and are not on the disk yet. */
  isInner: boolean
  /** It wrote what pages show. */
  isSeen: boolean
  leave(): void
}

/** Transactions of one connection, one at a time. Those that end in one turn of the event loop go to the disk together, and none is told that it is kept before it is there: the disk is waited for once, and readers look anew once. A failing one takes nothing of the others with it. */
export class Commits {
  readonly #statements: StatementCache
  readonly #onCommit: () => void
  readonly #queue = new Queue()
  #ended: PromiseWithResolvers<void>[] = []
  #isSeen = false
  #seen = 0

  /** `onCommit` is told before anybody else is. */
  constructor(statements: StatementCache, onCommit: () => void) {
    this.#statements = statements
    this.#onCommit = onCommit
  }

  /** How many commits so far wrote what pages show. */
  get seen(): number {
    return this.#seen
  }

  async begin(): Promise<Turn> {
    const leave = await this.#queue.enter()
    const isInner = this.#ended.length > 0
    try {
      if (isInner) this.#statements.run('savepoint inner_one')
      else await this.#beginImmediate()
    } catch (error) {
      leave()
      throw error
    }
    return { isInner, isSeen: false, leave }
  }

  /** A lock held by another process is waited for without holding the event loop. */
  async #beginImmediate() {
    for (let attempt = 0; ; attempt++) {
      try {
        this.#statements.run('begin immediate')
        return
      } catch (error) {
        if (!isBusy(error)) throw error
        await new Promise((done) => setTimeout(done, retryDelaysMs[Math.min(attempt, retryDelaysMs.length - 1)]))
      }
    }
  }

  /** Resolves when it is on the disk. */
  end(turn: Turn): Promise<void> {
    try {
      if (turn.isInner) this.#statements.run('release inner_one')
    } catch (error) {
      return this.undo(turn).then(() => Promise.reject(error))
    }
    this.#isSeen ||= turn.isSeen
    const ended = Promise.withResolvers<void>()
    if (this.#ended.push(ended) === 1) setImmediate(() => this.flush())
    turn.leave()
    return ended.promise
  }

  /** Resolves when what it may have seen of the others is on the disk: a refusal because of what another wrote comes after that is written. */
  async undo({ isInner, leave }: Turn): Promise<void> {
    const [first] = this.#ended
    try {
      if (!this.#statements.database.inTransaction) this.#tellAll(tornDown)
      else if (!isInner) this.#statements.run('rollback')
      else for (const sql of ['rollback to inner_one', 'release inner_one']) this.#statements.run(sql)
    } finally {
      leave()
    }
    await first?.promise.catch(() => {})
  }

  /** Brings to the disk what has ended, and what waits to be next. */
  async flush() {
    const leave = await this.#queue.enter()
    try {
      if (this.#ended.length > 0) this.#statements.run('commit')
      if (this.#isSeen) this.#seen++
      this.#isSeen = false
      this.#onCommit()
      this.#tellAll()
    } catch (error) {
      if (this.#statements.database.inTransaction) this.#statements.run('rollback')
      this.#isSeen = false
      this.#tellAll(error)
    } finally {
      leave()
    }
  }

  #tellAll(error?: unknown) {
    for (const { resolve, reject } of this.#ended.splice(0)) error ? reject(error) : resolve()
  }
}

// In some trouble (a full disk) the engine itself rolls back everything that is open.
const tornDown = new Sqlite.SqliteError('what was open was rolled back by the engine', 'SQLITE_ABORT_ROLLBACK')

function isBusy(error: unknown) {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
