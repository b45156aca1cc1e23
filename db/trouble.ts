import type { Db } from './open.ts'
import { inTransaction } from './transaction.ts'

const damaged = 'The database is damaged: whoever runs the site has to restore it from a backup.'
const readOnly = 'can be read but not written to now: nothing is kept until whoever runs it sees to that'

/** What the machine or the database below is in trouble with, by the codes of both engines (sqlite.org/rescode.html; PostgreSQL, appendix A) and of the system. */
const troubles: [codes: RegExp, sentence: string][] = [
  [
    /^(SQLITE_FULL|53100|ENOSPC)/,
    'The disk is full: what is there can be read, and nothing more is kept until there is room.',
  ],
  [/^(SQLITE_READONLY|25006|EROFS)/, `The site ${readOnly}.`],
  [/^(SQLITE_(CORRUPT|NOTADB)|XX00[12])/, damaged],
  [
    /^(SQLITE_(IOERR|CANTOPEN|PROTOCOL|ABORT_ROLLBACK)|08|53|57P|E(CONN|PIPE|HOST|NET|TIMEDOUT|IO))/,
    'The database does not answer now.',
  ],
]

// Of the PostgreSQL client itself, which gives these no code.
const lost = /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/

/** What is wrong below, in a sentence for whoever asked; nothing for a bug. */
export function troubleIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = (error instanceof AggregateError ? error.errors[0] : error) as { code?: unknown }
  const known = troubles.find(([codes]) => typeof code === 'string' && codes.test(code))?.[1]
  return known ?? (lost.test(error.message) ? 'The database does not answer now.' : undefined)
}

/** Notes what belongs to reading: where nothing can be written now, people read all the same. */
export async function noteIfWritable(db: Db, note: () => Promise<unknown>): Promise<void> {
  try {
    await note()
  } catch (error) {
    if (db.isTransaction || !troubleIn(error)) throw error
  }
}

/** More than what stands free in the pages that are there. */
const tries = Array.from({ length: 40 }, (_, n) => `trying ${n} ${'x'.repeat(2000)}`)

/** Whether there is trouble with writing. What a request met is remembered until a write goes through. */
export class Trouble {
  #why: string | undefined

  note(why: string) {
    this.#why = why
  }

  /** Why nothing can be written, after having tried again. */
  async still(db: Db): Promise<string | undefined> {
    if (this.#why === undefined || this.#why === damaged) return this.#why
    try {
      await tryWriting(db)
      this.#why = undefined
    } catch (error) {
      this.#why = troubleIn(error) ?? this.#why
    }
    return this.#why
  }
}

/** Writes something to the disk, which nothing reads, and takes it away. */
async function tryWriting(db: Db) {
  const rows = tries.map((key) => ({ key, points: 0, ends_at: 0 }))
  await inTransaction(db, (tx) =>
    tx
      .insertInto('limit_counts')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute(),
  )
  await inTransaction(db, (tx) => tx.deleteFrom('limit_counts').where('key', 'in', tries).execute())
}
