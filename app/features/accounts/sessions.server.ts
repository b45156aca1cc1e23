import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './accounts.queries.server.ts'
import { memberOf } from './accounts.server.ts'
import type { Member } from './member.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>
    DatabaseUserAttributes: Member
  }
}

const cookieName = 'parallax_session'

/** Signs a member in; the answer is the Set-Cookie header of the new session. */
export async function startSession(db: Db, member: Member, isSecure: boolean): Promise<string> {
  const lucia = luciaOn(db, isSecure)
  const session = await lucia.createSession(member.id, {})
  return lucia.createSessionCookie(session.id).serialize()
}

/** The member whose session the Cookie header names, if it names one that has not ended. */
export async function memberOfSession(db: Db, cookieHeader: string): Promise<Member | null> {
  const lucia = luciaOn(db)
  const sessionId = sessionIdIn(cookieHeader)
  if (!sessionId) return null
  const { user } = await lucia.validateSession(sessionId)
  return user?.member ?? null
}

/** Ends the session that the Cookie header names; the answer is the Set-Cookie header that clears it. */
export async function endSession(db: Db, cookieHeader: string): Promise<string> {
  const lucia = luciaOn(db)
  const sessionId = sessionIdIn(cookieHeader)
  if (sessionId) await lucia.invalidateSession(sessionId)
  return lucia.createBlankSessionCookie().serialize()
}

/** Looks at no other cookie: what somebody else set on this host may not even decode. */
function sessionIdIn(cookieHeader: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${cookieName}=([\\w-]+)`).exec(cookieHeader)?.[1]
}

function luciaOn(db: Db, isSecure = false) {
  return new Lucia(adapterOver(db), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: { name: cookieName, attributes: { secure: isSecure, sameSite: 'lax' } },
    getUserAttributes: (member) => ({ member }),
  })
}

/** Only the SHA-256 of a session id is stored; lucia is given back the raw id, or it would hash twice. */
function adapterOver(db: Db): Adapter {
  return {
    async getSessionAndUser(rawId) {
      const row = await queries.selectSession(db, sha256(rawId))
      const member = row && (await queries.selectSignedIn(db, row.member_id))
      if (!row || !member) return [null, null]
      return [sessionOf(row, rawId), { id: member.id, attributes: memberOf(member) }]
    },
    async getUserSessions(memberId) {
      return (await queries.selectSessionsOf(db, memberId)).map((row) => sessionOf(row, row.id))
    },
    async setSession({ id, userId, expiresAt }) {
      const row = { id: sha256(id), member_id: userId, expires_at: expiresAt.getTime(), created_at: now() }
      await inTransaction(db, (tx) => queries.insertSession(tx, row))
    },
    async updateSessionExpiration(rawId, expiresAt) {
      await inTransaction(db, (tx) => queries.updateSessionExpiry(tx, sha256(rawId), expiresAt.getTime()))
    },
    async deleteSession(rawId) {
      await inTransaction(db, (tx) => queries.deleteSession(tx, sha256(rawId)))
    },
    async deleteUserSessions(memberId) {
      await inTransaction(db, (tx) => queries.deleteSessionsOf(tx, memberId))
    },
    async deleteExpiredSessions() {
      await inTransaction(db, (tx) => queries.deleteSessionsBefore(tx, now()))
    },
  }
}

function sessionOf(row: { member_id: string; expires_at: number }, id: string): DatabaseSession {
  return { id, userId: row.member_id, expiresAt: new Date(row.expires_at), attributes: {} }
}
