import { demoSignIn } from '#app/demo/seed.server.ts'
import { join } from '#app/features/accounts/accounts.server.ts'
import { newSecret } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'

/** Who looks: whoever sees a page first is the one for whom it is shot. */
export const toRead = ['visitor', 'member', 'moderator'] as const
export type Reader = (typeof toRead)[number]

export type Cookies = Partial<Record<Reader, { name: string; value: string }>>

/** The demo's member and a moderator who may do all, as their browsers say who they are. */
export async function signedIn(db: Db, origin: string): Promise<Cookies> {
  const moderator = { handle: 'on-duty', password: newSecret() }
  await join(db, moderator.handle, moderator.password, 'admin')
  return { member: await cookieOf(origin, demoSignIn), moderator: await cookieOf(origin, moderator) }
}

async function cookieOf(origin: string, who: Record<string, string>) {
  const body = new URLSearchParams(who)
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', redirect: 'manual', body, headers: { origin } })
  const [name = '', value = ''] = (answer.headers.get('set-cookie') ?? '').split(';')[0]?.split('=') ?? []
  return { name, value }
}
