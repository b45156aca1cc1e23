import type { Member } from '#app/features/accounts/member.ts'
import { type AnyMember, factOf, isAnyMember } from '#app/features/accounts/signing-in/any-member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './voting.queries.server.ts'

/** Whether a member sees totals before they vote, on every claim. */
export async function looksEarly(db: Db, member: Member): Promise<boolean> {
  return (await queries.selectEarlyLooker(db, member.id)) !== undefined
}

/** From now on the member sees totals before they vote, or says first again. */
export async function lookEarly(db: Db, member: Member, isEarly: boolean) {
  await inTransaction(db, async (tx) => {
    if (isEarly) await queries.insertEarlyLooker(tx, member.id)
    else await queries.deleteEarlyLooker(tx, member.id)
    await record(tx, member, isEarly ? 'totals.shown' : 'totals.folded', { kind: 'member', id: member.id })
  })
}

/** Those of the claims whose totals a reader may be told: visitors all, members those on which they voted, unless they look early. */
export async function claimsSaidOn(db: Db, reader: Member | null, claimIds: readonly string[]): Promise<Set<string>> {
  if (isAnyMember(reader)) noteClaims(reader, claimIds)
  if (reader === null || (await looksEarly(db, reader))) return new Set(claimIds)
  return new Set(await queries.selectVotedClaims(db, reader.id, claimIds))
}

const factName = 'claims whose totals are folded'

function noteClaims({ facts }: AnyMember, claimIds: readonly string[]) {
  const noted = factOf(facts, factName, () => new Set<string>())
  for (const id of claimIds) noted.add(id)
}

/** The claims of which a page that is made for any member shows no totals, and those who voted on them see some. */
export const claimsNoted = (facts: ReadonlyMap<string, unknown>) =>
  (facts.get(factName) ?? new Set()) as ReadonlySet<string>
