import type { Member } from '#app/features/accounts/member.ts'
import { now } from '#app/lib/clock.ts'
import { Refusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { selectSuspension } from './acts.queries.server.ts'

/** Until when a member may not write; null: they may. */
export async function suspendedUntil(db: Db, member: Pick<Member, 'id'>): Promise<number | null> {
  const until = await selectSuspension(db, member.id)
  return until !== undefined && until > now() ? until : null
}

/** Where a suspended member may still send something: to sign out or change how they sign in, to appeal, to have no more mail, and to go. */
const open = /^\/(sign-(out|in)|settings\/(sign-in|moderation|removal)|letters|unsubscribe)(\/|$)/

/** Refuses whatever a suspended member sends, but to leave, to appeal, and to keep their account safe. Pages and API ask here, and nobody else. */
export async function refuseSuspended(db: Db, member: Member, path: string) {
  const until = await suspendedUntil(db, member)
  if (until === null || open.test(path.replace(/\.data$/, ''))) return
  const when = new Date(until).toISOString().slice(0, 16).replace('T', ' ')
  const why = `You are suspended until ${when} UTC: you can read, take your data, appeal and leave, and not write.`
  throw new Refusal(
    'not allowed',
    `${why} See /settings/moderation.`,
    {},
    { suspendedUntil: new Date(until).toISOString() },
  )
}
