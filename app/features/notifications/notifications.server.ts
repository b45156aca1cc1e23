import type { Member } from '#app/features/accounts/member.ts'
import { now } from '#app/lib/clock.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import { shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Followable } from './follow.ts'
import { titlesOf } from './follows.server.ts'
import { type About, type Notification, titleOfAct, titleOfWaiting } from './notification.ts'
import * as queries from './notifications.queries.server.ts'

/** A member's notifications: the unread first, then the newest first. */
export async function notificationsOf(db: Db, member: Member, page: Page): Promise<Paged<Notification>> {
  const rows = await queries.selectNotifications(
    db,
    member.id,
    page.limit + 1,
    page.after ? keyIn(page.after) : undefined,
  )
  const { items, next } = paged(rows, page.limit, (row) => [row.is_read, row.created_at, row.id])
  return { items: await shown(db, items), next }
}

/** Reads the key of a cursor; another list's is refused. */
function keyIn(after: (string | number)[]): queries.ListKey {
  const [isRead, time, id, ...more] = after
  const isKey =
    (isRead === 0 || isRead === 1) && Number.isSafeInteger(time) && typeof id === 'string' && more.length === 0
  if (!isKey) throw invalid({ cursor: 'This cursor cannot be read: take `next` of an answer as it is.' })
  return [isRead, time as number, id]
}

/** Takes what a digest has to tell a member, up to so many, the newest first; it is not told by mail again. */
export async function takeUnmailed(tx: Db, memberId: string, most: number) {
  const rows = await queries.selectUnmailed(tx, memberId, most + 1)
  const told = rows.slice(0, most)
  if (told.length > 0)
    await queries.updateMailed(
      tx,
      told.map(({ id }) => id),
    )
  return { notifications: await shown(tx, told), hasMore: rows.length > most }
}

/** The rows with the names that things have now. */
async function shown(db: Db, rows: queries.ListedRow[]): Promise<Notification[]> {
  const titled = rows.filter(({ kind }) => kind !== 'waiting')
  const titles = await titlesOf(db, titled.map(aboutOf) as Followable[])
  return rows.map((row) => {
    const subject = aboutOf(row)
    const source = { kind: row.source_kind, id: row.source_id }
    // Who is asked to be an author of a draft may know what it is called.
    const known = row.source_kind === 'invitation' ? row.post_title : titles.get(`${subject.kind} ${subject.id}`)
    const title = known || (namelessWords[subject.kind] ?? 'something')
    const own = ownTitle(row.kind, source, subject, row.act)
    return {
      id: row.id,
      kind: row.kind,
      actor: { id: row.actor_id, handle: row.handle },
      source,
      subject: { ...subject, title: own ?? title },
      act: row.act,
      words: row.why === null ? firstWordsOf(row.html ?? '', mostWords) : shortened(row.why, mostWords),
      createdAt: row.created_at,
      isRead: row.is_read === 1,
    }
  })
}

/** What moderators did, or have to do, is not called by the title of a thing. */
function ownTitle(kind: Notification['kind'], source: Notification['source'], subject: About, act: string | null) {
  if (kind === 'moderation') return titleOfAct({ source, act })
  return kind === 'waiting' ? titleOfWaiting({ source, subject }) : undefined
}

const mostWords = 160

const aboutOf = (row: { subject_kind: string; subject_id: string }): About => ({
  kind: row.subject_kind as About['kind'],
  id: row.subject_id,
})

const namelessWords: Partial<Record<About['kind'], string>> = { post: 'a deleted post', excerpt: 'a whole transcript' }

export const mostCounted = 100

/** How many notifications a member has not read; 100 stands for more as well. */
export function unreadCount(db: Db, member: Member | null): Promise<number> {
  return member ? queries.selectUnreadCount(db, member.id, mostCounted) : Promise.resolve(0)
}

/** One of a member's own: what to open. */
export async function findNotification(db: Db, member: Member, id: string) {
  const [row] = await queries.selectOwn(db, member.id, [id])
  if (!row) throw notFound('notification')
  const source = { kind: row.source_kind, id: row.source_id }
  return { isRead: row.is_read === 1, kind: row.kind, source, subject: aboutOf(row) }
}

/** Marks these as read; one that is not the member's own is refused by its place in the list. */
export async function markRead(db: Db, member: Member, ids: string[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    const known = new Set((await queries.selectOwn(tx, member.id, ids)).map((row) => row.id))
    const unknown = ids.flatMap((id, n) => (known.has(id) ? [] : [[`ids.${n}`, 'You have no such notification.']]))
    if (unknown.length > 0) throw invalid(Object.fromEntries(unknown))
    await queries.updateRead(tx, member.id, ids)
  })
}

/** Marks all as read that had come by a time, as that of the page on which somebody says so. */
export async function markAllRead(db: Db, member: Member, until = now()): Promise<void> {
  await inTransaction(db, (tx) => queries.updateReadUntil(tx, member.id, until))
}
