import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { notAllowed } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Member, mayUse } from './member.ts'
import type { Silence, SilenceKind } from './silence.ts'
import * as queries from './silences.queries.server.ts'

/** Blocks or mutes another member, one or the other; again changes which. Whom is nobody's business: what is noted is only that the member did. */
export async function silence(db: Db, member: Member, other: Member, kind: SilenceKind) {
  if (member.id === other.id) throw notAllowed('Nobody blocks or mutes themselves.')
  await inTransaction(db, async (tx) => {
    await queries.upsertSilence(tx, { member_id: member.id, silenced_id: other.id, kind, created_at: now() })
    await record(tx, member, 'member.silenced', { kind: 'member', id: member.id })
  })
}

/** Ends a block or mute; where there is none, nothing happens. */
export async function endSilence(db: Db, member: Member, other: Member) {
  await inTransaction(db, async (tx) => {
    await queries.deleteSilence(tx, member.id, other.id)
    await record(tx, member, 'member.heard-again', { kind: 'member', id: member.id })
  })
}

/** The ids of the members whom this one blocks or mutes; a visitor none. */
export async function silencedBy(db: Db, member: { id: string } | null): Promise<Set<string>> {
  if (!member) return new Set()
  return new Set((await queries.selectSilencedIds(db, member.id)).map((row) => row.silenced_id))
}

/** Refuses an answer to somebody who blocks its author. Moderators are heard everywhere: theirs is to say what the rules are. */
export async function refuseIfBlocked(db: Db, author: Member, answeredIds: readonly string[]) {
  if (mayUse(author, 'moderate') || answeredIds.length === 0) return
  const [blocker] = await queries.selectBlockers(db, answeredIds, author.id)
  if (blocker) throw notAllowed(`${blocker.handle} has blocked you: you cannot answer what they write.`)
}

/** How a member silences another; null: not at all. */
export async function silenceOf(db: Db, member: Member | null, otherId: string): Promise<SilenceKind | null> {
  return (member && (await queries.selectSilence(db, member.id, otherId))?.kind) ?? null
}

/** Whom a member blocks and mutes, the newest first. */
export async function silencesOf(db: Db, member: Member): Promise<Silence[]> {
  const rows = await queries.selectSilencesOf(db, member.id)
  return rows.map((row) => ({ kind: row.kind, memberId: row.silenced_id, handle: row.handle, since: row.created_at }))
}
