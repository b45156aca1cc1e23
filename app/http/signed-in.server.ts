import type { Member } from '#app/features/accounts/member.ts'
import { type Asking, memberOfSession } from '#app/features/accounts/sessions.server.ts'
import { memberOfToken } from '#app/features/accounts/tokens.server.ts'
import { refuseSuspended } from '#app/features/moderation/acts/suspending.server.ts'
import { Refusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'

/** Whether the site is behind TLS. */
const isSecure = (origin: string) => origin.startsWith('https:')

/** What a request says of the browser that sent it. */
export function askingOf({ request, env }: { request: Request; env: { ORIGIN: string } }): Asking {
  const { headers } = request
  return { cookie: headers.get('cookie'), agent: headers.get('user-agent'), isSecure: isSecure(env.ORIGIN) }
}

/** Who asks: by personal access token where one is sent, else by session cookie. A token that is nobody's is refused, and so is whatever a suspended member sends. */
export async function memberAsking(db: Db, request: Request, origin: string): Promise<Member | null> {
  const member = await memberNamed(db, request, origin)
  if (member && !reads.includes(request.method)) await refuseSuspended(db, member, new URL(request.url).pathname)
  return member
}

const reads = ['GET', 'HEAD', 'OPTIONS']

async function memberNamed(db: Db, request: Request, origin: string): Promise<Member | null> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    const member = token ? await memberOfToken(db, token) : null
    if (!member)
      throw new Refusal('not signed in', 'The Authorization header names no personal access token of this site.')
    return member
  }
  const cookie = request.headers.get('cookie')
  return cookie ? memberOfSession(db, cookie, isSecure(origin)) : null
}
