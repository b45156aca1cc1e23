import type { Member } from '#app/features/accounts/member.ts'
import { type AnyMember, factOf, isAnyMember } from '#app/features/accounts/signing-in/any-member.ts'
import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { noteIfWritable } from '#db/trouble.ts'
import * as queries from './showings.queries.server.ts'

/** Notes that how others label these excerpts is shown to a member, where that is not noted yet. */
export async function noteShown(db: Db, member: Member, excerptIds: readonly string[]) {
  if (isAnyMember(member)) return noteForEach(member.facts, excerptIds)
  if (member.unclaimed || excerptIds.length === 0) return
  const rows = await inBatches(excerptIds, (batch) => queries.selectShown(db, member.id, batch))
  const known = new Set(rows.map((row) => row.excerpt_id))
  // In one order, so that two pages that are shown at once do not wait for each other.
  const fresh = excerptIds.filter((id) => !known.has(id)).sort()
  if (fresh.length === 0) return
  const shown = fresh.map((id) => ({ member_id: member.id, excerpt_id: id, shown_at: now() }))
  const note = () => inTransaction(db, async (tx) => inBatches(shown, (batch) => queries.insertShowings(tx, batch)))
  await noteIfWritable(db, note)
}

const factName = 'excerpts whose tallies are shown'

function noteForEach(facts: AnyMember['facts'], excerptIds: readonly string[]) {
  const told = factOf(facts, factName, () => new Set<string>())
  for (const id of excerptIds) told.add(id)
}

/** Notes of one member what a page that is made for all of them shows. */
export async function noteShownBy(db: Db, member: Member, facts: ReadonlyMap<string, unknown>) {
  const told = facts.get(factName) as Set<string> | undefined
  if (told) await noteShown(db, member, [...told])
}

/** Notes what is told to whoever reads that a post or comment relies on labels: its author holds that they fit. */
export async function noteRelied(
  db: Db,
  reader: Member | null,
  said: readonly { evidence: readonly { excerptId: string; labelId: string | null }[] }[],
) {
  const relied = said.flatMap(({ evidence }) => evidence.filter(({ labelId }) => labelId !== null))
  if (reader) await noteShown(db, reader, [...new Set(relied.map(({ excerptId }) => excerptId))])
}

/** Whether anything has shown a member how others label an excerpt. */
export async function wasShown(db: Db, member: Member, excerptId: string): Promise<boolean> {
  return (await queries.selectShown(db, member.id, [excerptId])).length > 0
}
