import type { Member } from '#app/features/accounts/member.ts'
import { mayUse } from '#app/features/accounts/member.ts'
import { dayMs } from '#app/lib/clock.ts'

/** What is known of a member, as far as it says whether they are new here. */
export interface Known {
  joinedAt: number
  /** Posts and comments that somebody approved of. Votes against, and agreement either way, take nothing away: a view that few share is no newer for it. */
  approved: number
  /** When a moderator last found that they broke a rule, as far as that still stands. That others flagged them counts for nothing until somebody has looked. */
  upheldAt: number | null
}

const [soonest, latest] = [7 * dayMs, 30 * dayMs]
const enough = 3

/** New until 30 days have gone by, or 7 and three contributions that somebody approved of; the days begin again where a rule was broken. Who moderates is not. */
export function isNewcomer(member: Member, { joinedAt, approved, upheldAt }: Known, at: number): boolean {
  if (mayUse(member, 'moderate')) return false
  const age = at - Math.max(joinedAt, upheldAt ?? 0)
  return age < soonest || (age < latest && approved < enough)
}
