import type { Member } from '#app/features/accounts/member.ts'
import type { Db } from '#db/open.ts'
import { openAppealCount } from '../appeals/appeals.server.ts'
import { openAttributionCount } from '../attributions.server.ts'
import { openFlagCount } from '../flags/flags.server.ts'
import { mayModerate } from './act.ts'

/** How many things are flagged, acts appealed, and imported authors asked for, for those who decide; null for everybody else. What is one's own, or another moderator has to decide, waits for somebody else. */
export async function waitingCount(db: Db, member: Member | null): Promise<number | null> {
  if (member === null || !mayModerate(member)) return null
  return (
    (await openFlagCount(db, member.id)) + (await openAppealCount(db, member.id)) + (await openAttributionCount(db))
  )
}
