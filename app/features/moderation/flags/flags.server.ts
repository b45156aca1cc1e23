import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { notAllowed } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { findThing } from '../acts/things.server.ts'
import { FlagDraft, type Flagged, type ThingKind, type ThingRef } from './flag.ts'
import * as queries from './flags.queries.server.ts'

const mostOpen = 500

/** Tells moderators that something breaks a rule; again says it anew, as long as nobody has decided. Who flags is told to nobody. */
export async function flag(db: Db, member: Member, thing: ThingRef, said: Record<string, string>) {
  const { rule, why } = parse(FlagDraft, { ...said })
  await inTransaction(db, async (tx) => {
    const { authorId } = await findThing(tx, thing, member)
    if (authorId === member.id) throw notAllowed('This is your own: edit it, or delete it.')
    const row = { kind: thing.kind, id: thing.id, member_id: member.id, rule, why }
    await queries.upsertFlag(tx, { ...row, state: 'open', flagged_at: now() })
    await record(tx, member, 'flag.raised', { kind: 'member', id: member.id })
  })
}

/** Takes one's flag back, unless it was decided. */
export async function takeBackFlag(db: Db, member: Member, thing: ThingRef) {
  await inTransaction(db, async (tx) => {
    await queries.deleteFlag(tx, thing, member.id)
    await record(tx, member, 'flag.taken-back', { kind: 'member', id: member.id })
  })
}

export async function ownFlag(db: Db, member: Member, thing: ThingRef) {
  const row = await queries.selectFlag(db, thing, member.id)
  return row ? { rule: row.rule, why: row.why, state: row.state } : null
}

/** Closes what is open on a thing. */
export const closeFlags = queries.updateOpenFlags

/** What waits for a moderator, the longest first; of one thing, or of all. */
export async function openFlags(db: Db, thing?: ThingRef): Promise<Flagged[]> {
  const rows = await queries.selectOpenFlags(db, mostOpen, thing)
  const byThing = Map.groupBy(rows, ({ kind, id }) => `${kind} ${id}`)
  return [...byThing.values()].map((some) => {
    const [first] = some as [(typeof some)[number]]
    const said = some.map(({ rule, why, flagged_at: at }) => ({ rule, why, at }))
    return { kind: first.kind as ThingKind, id: first.id, count: some.length, firstAt: first.flagged_at, said }
  })
}

/** The posts and comments of a thing's author that are flagged as well. */
export async function flaggedBeside(db: Db, { kind, id, authorId }: ThingRef & { authorId: string }) {
  const all = (await queries.selectFlaggedOf(db, authorId)) as ThingRef[]
  return all.filter((one) => one.kind !== kind || one.id !== id)
}

export const openFlagCount = queries.selectOpenFlagCount
