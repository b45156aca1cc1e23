import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import { record } from '#app/features/activity/activity.server.ts'
import { dayMs, dayNumber, now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import type { SessionRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './accounts.queries.server.ts'
import { memberOf } from './accounts.server.ts'
import type { Member } from './member.ts'
import { deviceOf } from './signing-in/device.ts'

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof luciaOn>
    DatabaseUserAttributes: Member
    DatabaseSessionAttributes: { device: string }
  }
}

/** What a request says of who asks, and whether the site is behind TLS. */
export interface Asking {
  cookie: string | null
  agent: string | null
  isSecure: boolean
}

/** With this prefix a browser takes the cookie from this host alone, over TLS: no other site of the domain can set it. */
const nameFor = (isSecure: boolean) => (isSecure ? '__Host-parallax_session' : 'parallax_session')

/** Signs a member in; the answer is the Set-Cookie header of the new session. The one that the browser had is over. */
export async function startSession(db: Db, member: Member, isSecure: boolean, asking?: Asking): Promise<string> {
  const lucia = luciaOn(db, isSecure)
  if (asking) await endSession(db, asking.cookie ?? '', isSecure)
  const session = await lucia.createSession(member.id, { device: deviceOf(asking?.agent) })
  return lucia.createSessionCookie(session.id).serialize()
}

/** The member whose session the Cookie header names, if it names one that has not ended. */
export async function memberOfSession(db: Db, cookieHeader: string, isSecure = false): Promise<Member | null> {
  const sessionId = sessionIdIn(cookieHeader, isSecure)
  if (!sessionId) return null
  const { user } = await luciaOn(db).validateSession(sessionId)
  return user?.member ?? null
}

/** Ends the session that the Cookie header names; the answer is the Set-Cookie header that clears it. */
export async function endSession(db: Db, cookieHeader: string, isSecure = false): Promise<string> {
  const lucia = luciaOn(db, isSecure)
  const sessionId = sessionIdIn(cookieHeader, isSecure)
  if (sessionId) await lucia.invalidateSession(sessionId)
  return lucia.createBlankSessionCookie().serialize()
}

/** A browser in which a member is signed in, as they are told of it. */
export interface Session {
  id: string
  device: string
  startedAt: number
  /** To the day. */
  seenAt: number
  isThis: boolean
}

/** Where a member is signed in, the one that asks first, then those used last. */
export async function sessionsOf(db: Db, member: Member, asking: Asking): Promise<Session[]> {
  const own = hashOf(asking)
  const rows = (await queries.selectSessionsOf(db, member.id)).filter((row) => row.expires_at > now())
  const sessions = rows.map((row) => toldOf(row, own))
  return sessions.sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.seenAt - a.seenAt)
}

/** The session that asks. */
export async function sessionAsking(db: Db, asking: Asking): Promise<Session | undefined> {
  const own = hashOf(asking)
  const row = own === undefined ? undefined : await queries.selectSession(db, own)
  return row && toldOf(row, own)
}

/** Ends one of a member's sessions, or all but the one that asks. Twice is as once. */
export async function endSessions(db: Db, member: Member, which: { id: string } | { except: Asking }): Promise<void> {
  await inTransaction(db, async (tx) => {
    if ('id' in which) await queries.deleteSessionOf(tx, member.id, which.id)
    else await queries.deleteOtherSessions(tx, member.id, hashOf(which.except) ?? '')
    await record(tx, member, 'member.sessions-ended', { kind: 'member', id: member.id })
  })
}

export async function pruneSessions(db: Db): Promise<void> {
  await luciaOn(db).deleteExpiredSessions()
}

function hashOf({ cookie, isSecure }: Asking): string | undefined {
  const id = sessionIdIn(cookie ?? '', isSecure)
  return id && sha256(id)
}

const toldOf = (row: SessionRow, own: string | undefined): Session => ({
  id: row.id,
  device: row.device,
  startedAt: row.created_at,
  seenAt: Math.max(row.created_at, row.seen_on * dayMs),
  isThis: row.id === own,
})

/** Looks at no other cookie: what somebody else set on this host may not even decode. */
function sessionIdIn(cookieHeader: string, isSecure: boolean): string | undefined {
  return new RegExp(`(?:^|;)\\s*${nameFor(isSecure)}=([\\w-]+)`).exec(cookieHeader)?.[1]
}

function luciaOn(db: Db, isSecure = false) {
  return new Lucia(adapterOver(db), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: { name: nameFor(isSecure), attributes: { secure: isSecure, sameSite: 'lax', path: '/' } },
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
      await noteUse(db, row)
      return [sessionOf(row, rawId), { id: member.id, attributes: memberOf(member) }]
    },
    async getUserSessions(memberId) {
      return (await queries.selectSessionsOf(db, memberId)).map((row) => sessionOf(row, row.id))
    },
    async setSession({ id, userId, expiresAt, attributes: { device } }) {
      const times = { expires_at: expiresAt.getTime(), created_at: now(), seen_on: dayNumber(now()) }
      await inTransaction(db, (tx) =>
        queries.insertSession(tx, { id: sha256(id), member_id: userId, device, ...times }),
      )
    },
    async updateSessionExpiration(rawId, expiresAt) {
      await inTransaction(db, (tx) => queries.updateSession(tx, sha256(rawId), { expires_at: expiresAt.getTime() }))
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

/** One write a day. Where none can be made, reading goes on. */
async function noteUse(db: Db, { id, seen_on }: SessionRow) {
  const today = dayNumber(now())
  if (seen_on >= today || db.isTransaction) return
  await inTransaction(db, (tx) => queries.updateSession(tx, id, { seen_on: today })).catch(() => {})
}

function sessionOf({ member_id, expires_at, device }: SessionRow, id: string): DatabaseSession {
  return { id, userId: member_id, expiresAt: new Date(expires_at), attributes: { device } }
}
