import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import type { MemberRow, UnnamedVoterRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './voters.queries.server.ts'

type Kind = UnnamedVoterRow['kind']

const atOnce = 500

/** Members who stand for votes whose voters an export does not name; as many as are asked for. The first has number 1. */
export class UnnamedVoters {
  readonly #db: Db
  readonly #known = new Map<Kind, string[]>()

  constructor(db: Db) {
    this.#db = db
  }

  /** So many of them after a number. */
  async some(kind: Kind, after: number, count: number): Promise<string[]> {
    const known = this.#known.get(kind) ?? (await queries.selectVoters(this.#db, kind))
    this.#known.set(kind, known)
    while (known.length < after + count) {
      const more = Array.from({ length: Math.min(atOnce, after + count - known.length) }, nobody)
      await inTransaction(this.#db, (tx) => queries.insertVoters(tx, kind, known.length, more))
      known.push(...more.map(({ id }) => id))
    }
    return known.slice(after, after + count)
  }

  async first(kind: Kind): Promise<string> {
    return (await this.some(kind, 0, 1))[0] as string
  }
}

/** As what is left of a removed account: found by nobody, listed nowhere, with no way to sign in. */
function nobody(): MemberRow {
  const id = newId()
  const handle = `unnamed-${newId().slice(-9)}`
  return {
    ...{ id, handle, handle_key: handle, role: 'member', unclaimed: 1, bio: '', password_hash: null },
    ...{ shows_ballots: 0, email: null, email_confirmed_at: null, attributed_to: null },
    ...{ created_at: now(), removed_at: now() },
  }
}
