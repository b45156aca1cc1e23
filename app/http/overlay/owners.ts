import type { Member } from '#app/features/accounts/member.ts'
import { factOf, isAnyMember } from '#app/features/accounts/signing-in/any-member.ts'

const factName = 'owners'

/** Notes on a page that is made for any member who has a page of their own instead. */
export function noteOwners(reader: Member | null, owners: readonly { id: string }[]) {
  if (!isAnyMember(reader)) return
  const noted = factOf(reader.facts, factName, () => new Set<string>())
  for (const { id } of owners) noted.add(id)
}

export const ownersNoted = (facts: ReadonlyMap<string, unknown>) =>
  (facts.get(factName) ?? new Set()) as ReadonlySet<string>
