import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import type { ClaimGiven } from '#app/features/claims/claim.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'

/** So many new members, without passwords. */
export async function newMembers(db: Db, count: number): Promise<Member[]> {
  const members: Member[] = []
  for (let i = 0; i < count; i++) members.push(await addWithoutPassword(db, `m-${newId()}`))
  return members
}

export async function newMember(db: Db): Promise<Member> {
  return (await newMembers(db, 1))[0] as Member
}

export const helpfulOnly = {
  statement: 'What Claude 3 Opus does in the helpful-only setting',
  context:
    'It is told that it will be retrained to comply, and mostly complies where it is told that this is training.',
  asks: 'what to call it',
  standpoints: [
    { name: 'relative to Intent_1', definition: 'Hold fixed what the developers first meant.' },
    { name: 'relative to Intent_2', definition: 'Hold fixed what the new instruction says.' },
  ],
  framings: [
    { name: 'alignment faking', definition: 'It behaves as if aligned because it is in training.' },
    { name: 'goal guarding', definition: 'It chooses what leaves its goals standing.' },
  ],
} satisfies ClaimGiven

/** The case of the helpful-only setting, with three standpoints and two framings. */
export async function newCase(db: Db, more: Partial<ClaimGiven> = {}) {
  const author = await newMember(db)
  const claim = await proposeClaim(db, author, { ...helpfulOnly, ...more } as ClaimGiven)
  return { author, claim }
}

export async function newProposition(db: Db, statement = 'Claude 3 Opus believed the setup') {
  return proposeClaim(db, await newMember(db), { statement })
}
