import type { Member } from '#app/features/accounts/member.ts'
import { mayUse } from '#app/features/accounts/member.ts'
import { dayMs } from '#app/lib/clock.ts'

/** What is known of a member, as far as it says whether they are new here. */
export interface Known {
  joinedAt: number
  /** Posts and comments that somebody approved of. Votes against, and agreement either way, take nothing away: a view that few share is no newer for it. */
  approved: number
}

const [soonest, latest] = [7 * dayMs, 30 * dayMs]
const enough = 3

/** New until 30 days have gone by, or 7 and three contributions that somebody approved of. Who moderates is not. */
export function isNewcomer(member: Member, { joinedAt, approved }: Known, at: number): boolean {
  if (mayUse(member, 'moderate')) return false
  const age = at - joinedAt
  return age < soonest || (age < latest && approved < enough)
}
