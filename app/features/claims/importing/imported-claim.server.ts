import type { Member } from '#app/features/accounts/member.ts'
import { shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Claim } from '../claim.ts'
import { findClaim, proposeClaim } from '../claims.server.ts'
import { framingNameLimit } from '../framing.ts'
import { placeOwnFramings } from '../framings.server.ts'
import { holdWorded } from '../wording/held-words.server.ts'
import * as queries from './imported-claim.queries.server.ts'

export interface GivenCase {
  /** Where it comes from: the same origin again is the same claim. */
  origin: string
  statement: string
  context: string
  framings: readonly { key: string; text: string }[]
}

export interface ImportedCase {
  claim: Claim
  isNew: boolean
  /** The ids of its framings by the keys they came with. */
  framingIds: Map<string, string>
}

/** A case whose framings belong to it alone, until somebody adopts them; one of this origin that is there gets those it lacks. */
export async function importCase(db: Db, member: Member, given: GivenCase): Promise<ImportedCase> {
  const bring = () => inTransaction(db, (tx) => bringCase(tx, member, given))
  return bring().catch((error) => {
    if (error !== broughtMeanwhile) throw error
    return bring()
  })
}

const broughtMeanwhile = new Error('Somebody brought in a case of this origin at the same moment.')

async function bringCase(tx: Db, member: Member, given: GivenCase): Promise<ImportedCase> {
  const known = await queries.selectClaimOfOrigin(tx, given.origin)
  if (known) await holdWorded(tx, { kind: 'claim', id: known })
  const { statement, context, origin } = given
  const id = known ?? (await proposeClaim(tx, member, { statement, context }, 'case')).id
  if (!known && !(await queries.insertOrigin(tx, origin, id))) throw broughtMeanwhile
  const keyOf = (key: string) => `${id} ${key}`
  const there = new Map((await queries.selectOwnFramings(tx, id)).map((row) => [row.name_key, row.id]))
  const wanted = given.framings
    .filter(({ key }) => !there.has(keyOf(key)))
    .map(({ key, text }) => ({ key: keyOf(key), name: shortened(text, framingNameLimit), definition: text }))
  for (const { key, id: framingId } of await placeOwnFramings(tx, member, id, wanted)) there.set(key, framingId)
  const framingIds = new Map(given.framings.map(({ key }) => [key, there.get(keyOf(key)) as string]))
  return { claim: await findClaim(tx, id), isNew: known === undefined, framingIds }
}
