import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { ballotCounters } from '#app/features/ballots/counting/recount.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { setRight } from '#db/counters.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertBallotsOf, insertMembersLike } from './many-ballots.queries.server.ts'

/** So many members, numbered. */
export async function addMembers(db: Db, count: number) {
  const first = await addWithoutPassword(db, 'bench-0')
  await inTransaction(db, (tx) => insertMembersLike(tx, first.id, count - 1))
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

/** The ballots of the first so many members on every cell. The counters are not touched. */
export async function castMany(db: Db, { id }: Claim, members: number) {
  await inTransaction(db, (tx) => insertBallotsOf(tx, id, members))
}

/** Sets every counter of ballots to what the rows say. */
export async function countAnew(db: Db) {
  for (const counters of ballotCounters) await inTransaction(db, (tx) => setRight(tx, counters))
}
