import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { countAnew, recount } from '#app/features/ballots/counting/recount.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './many-ballots.queries.server.ts'

/** So many members, numbered from 1; `like` tells them from others. */
export async function addMembers(db: Db, like: string, count: number) {
  const first = await addWithoutPassword(db, like)
  await inTransaction(db, (tx) => queries.insertMembersLike(tx, first.id, count))
}

/** A case with so many standpoints ("all things considered" among them) and framings. */
export async function caseOf(db: Db, name: string, standpoints: number, framings: number): Promise<Claim> {
  const author = await addWithoutPassword(db, `author-${name}`)
  const numbered = (count: number, of: string) =>
    Array.from({ length: count }, (_, i) => ({ name: `${name} ${of} ${i}`, definition: 'Made for a benchmark.' }))
  return proposeClaim(db, author, {
    statement: `A case with many ballots: ${name}`,
    standpoints: numbered(standpoints - 1, 'standpoint'),
    framings: numbered(framings, 'framing'),
  })
}

export interface Cast {
  claim: Claim
  /** So many of the members judge every cell. */
  members: number
}

/** Ballots by the million, in few statements, and every counter set to what they come to. */
export async function castMany(db: Db, like: string, all: readonly Cast[]) {
  await inTransaction(db, async (tx) => {
    const indexes = await queries.deleteIndexes(tx)
    for (const { claim, members } of all) await queries.insertBallotsOf(tx, claim.id, like, members)
    await queries.insertIndexes(tx, indexes)
  })
  await countAnew(db)
}

/** The doctor's checks of ballots: a benchmark of wrong counters would say nothing. */
export async function proveCounters(db: Db) {
  const wrong = Object.keys(await recount(db))
  if (wrong.length > 0) throw new Error(`counters are wrong: ${wrong.join(', ')}`)
}
