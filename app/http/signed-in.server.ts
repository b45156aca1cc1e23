import type { Member } from '#app/features/accounts/member.ts'
import { memberOfSession } from '#app/features/accounts/sessions.server.ts'
import { memberOfToken } from '#app/features/accounts/tokens.server.ts'
import { Refusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'

/** Who asks: by personal access token where one is sent, else by session cookie. A token that is nobody's is refused. */
export async function memberAsking(db: Db, request: Request): Promise<Member | null> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
    const member = token ? await memberOfToken(db, token) : null
    if (!member)
      throw new Refusal('not signed in', 'The Authorization header names no personal access token of this site.')
    return member
  }
  const cookie = request.headers.get('cookie')
  return cookie ? memberOfSession(db, cookie) : null
}
