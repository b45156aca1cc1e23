import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import { shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Followable, FollowableKind } from './follow.ts'
import * as queries from './follows.queries.server.ts'

/** Asks to be told of what is new there. Twice is as once. What one follows is nobody else's business: no page of the thing becomes stale. */
export async function follow(db: Db, member: Member, followed: Followable): Promise<void> {
  const { kind, id } = followed
  if (kind === 'member' && id === member.id) throw invalid({ id: 'Nobody follows themselves.' })
  await inTransaction(db, async (tx) => {
    if (!(await queries.selectTitles(tx, kind, [id])).has(id)) throw notFound(kind)
    const row = { member_id: member.id, subject_kind: kind, subject_id: id, created_at: now() }
    if (await queries.insertFollow(tx, row)) await record(tx, member, 'follow.begun', { kind: 'member', id: member.id })
  })
}

/** Stops it; where nothing was followed, nothing happens. */
export async function unfollow(db: Db, member: Member, followed: Followable): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (await queries.deleteFollow(tx, member.id, followed))
      await record(tx, member, 'follow.ended', { kind: 'member', id: member.id })
  })
}

/** An imported author turned out to be a member: who followed the one follows the other, since when they did, and never themselves. */
export async function attributeFollows(tx: Db, fromId: string, toId: string): Promise<void> {
  await queries.updateFollowed(tx, fromId, toId)
}

/** A visitor follows nothing. */
export async function isFollowing(db: Db, member: Member | null, followed: Followable): Promise<boolean> {
  return member !== null && (await queries.selectFollow(db, member.id, followed)) !== undefined
}

export interface Followed extends Followable {
  title: string
}

/** What a member follows, the newest first, by the name that it has now; what is gone has none. */
export async function followedBy(db: Db, member: Member, page: Page): Promise<Paged<Followed>> {
  const rows = await queries.selectFollowsOf(db, member.id, page)
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.subject_id])
  const followed = items.map((row) => ({ kind: row.subject_kind as FollowableKind, id: row.subject_id }))
  const titles = await titlesOf(db, followed)
  return { items: followed.map((one) => ({ ...one, title: titles.get(`${one.kind} ${one.id}`) ?? '' })), next }
}

/** What things are called, by `kind id`; what was deleted is missing. */
export async function titlesOf(db: Db, things: readonly Followable[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const [kind, some] of Map.groupBy(things, (thing) => thing.kind)) {
    const ids = [...new Set(some.map(({ id }) => id))]
    for (const [id, title] of await queries.selectTitles(db, kind, ids))
      titles.set(`${kind} ${id}`, shortened(title, 120))
  }
  return titles
}
