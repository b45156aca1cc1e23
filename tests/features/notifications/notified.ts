import { expect } from 'vitest'
import type { Member } from '#app/features/accounts/member.ts'
import { notificationsOf } from '#app/features/notifications/notifications.server.ts'
import { tellOfDeeds } from '#app/features/notifications/telling/telling.server.ts'
import type { Db } from '#db/open.ts'

/** A log in which nothing may be complained of. */
export const quiet = {
  info: () => {},
  warn: () => {},
  error: (details: object, message: string) =>
    expect.fail(`${message}: ${JSON.stringify(details, Object.getOwnPropertyNames(details))}`),
}

export const everything = { limit: 200, after: null }

/** Tells of everything, and what a member was told: the kind, who did it and what. */
export async function toldTo(db: Db, member: Member) {
  await tellOfDeeds(db, quiet)
  const { items } = await notificationsOf(db, member, everything)
  return items.map(({ kind, actor, source }) => [kind, actor.handle, source.kind, source.id])
}
