import type { Member } from '../member.ts'

const anyId = 'any-member'

/** Stands for whoever is signed in, in a page that is made once for all members: it has no row, wrote nothing and voted on nothing. */
export interface AnyMember extends Member {
  /** What the page shows that matters to each who gets it, by name: rooms note it here where they would note it of a member. */
  facts: Map<string, unknown>
}

export function anyMember(): AnyMember {
  return { id: anyId, handle: '', role: 'member', unclaimed: true, facts: new Map() }
}

export function isAnyMember(member: Member | null): member is AnyMember {
  return member?.id === anyId
}

/** The fact of this name, begun where it is not there. */
export function factOf<T>(facts: Map<string, unknown>, name: string, begin: () => T): T {
  if (!facts.has(name)) facts.set(name, begin())
  return facts.get(name) as T
}
