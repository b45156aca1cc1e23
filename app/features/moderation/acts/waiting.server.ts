import type { Member } from '#app/features/accounts/member.ts'
import type { Db } from '#db/open.ts'
import { openAppealCount } from '../appeals/appeals.server.ts'
import { openAttributionCount } from '../attributions.server.ts'
import { openFlagCount } from '../flags/flags.server.ts'
import { mayModerate } from './act.ts'

/** How many things are flagged, acts appealed, and imported authors asked for, for those who decide; null for everybody else. */
export async function waitingCount(db: Db, member: Member | null): Promise<number | null> {
  if (!mayModerate(member)) return null
  return (await openFlagCount(db)) + (await openAppealCount(db)) + (await openAttributionCount(db))
}
