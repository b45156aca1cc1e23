import type { Member } from '#app/features/accounts/member.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { isNewcomer } from './newcomer.ts'
import { selectKnown } from './newcomers.queries.server.ts'

/** Whether a member is new here: what they write in a day is limited more. */
export async function isNewHere(db: Db, member: Member): Promise<boolean> {
  const known = await selectKnown(db, member.id)
  if (!known) return true
  const approved = Number(known.posts ?? 0) + Number(known.comments ?? 0)
  const upheldAt = known.upheld_at === null ? null : Number(known.upheld_at)
  return isNewcomer(member, { joinedAt: known.created_at, approved, upheldAt }, now())
}
