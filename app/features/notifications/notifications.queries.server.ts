import { type SqlBool, sql } from 'kysely'
import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'

/** A member's notifications without those of what was deleted or taken back meanwhile, and of whom they silence by now; what moderators did is told in any case. */
function selectVisible(db: Db, memberId: string) {
  return db
    .selectFrom('notifications as n')
    .leftJoin('comments', (j) => j.on(sql<SqlBool>`comments.id = ${commentOf}`))
    .leftJoin('posts', (j) => j.on('n.subject_kind', '=', 'post').onRef('posts.id', '=', 'n.subject_id'))
    .where('n.member_id', '=', memberId)
    .where('comments.deleted_at', 'is', null)
    .where((e) =>
      e.or([
        e('n.subject_kind', '!=', 'post'),
        e('n.source_kind', '=', 'comment'),
        e('n.source_kind', '=', 'flag'),
        e.and([e('n.source_kind', '=', 'post'), e('posts.deleted_at', 'is', null)]),
        e.and([e('n.source_kind', '=', 'invitation'), e('posts.deleted_at', 'is', null), isInvited(memberId)]),
      ]),
    )
    .where(isNotPrivate(memberId))
    .where(waitsStill)
    .where(
      sql<SqlBool>`(n.kind in ('moderation', 'waiting') or not exists (
        select 1 from silences where member_id = n.member_id and silenced_id = n.actor_id))`,
    )
}

const commentOf = sql`case when n.source_kind = 'comment' then n.source_id when n.subject_kind = 'comment' then n.subject_id end`

/** What waits for moderators is news until it is decided, to who may decide it. */
const waitsStill = sql<SqlBool>`(n.kind <> 'waiting'
  or exists (select 1 from members m where m.id = n.member_id and m.role in ('moderator', 'admin'))
  and (n.source_kind = 'flag' and exists (
      select 1 from flags f where f.kind = n.subject_kind and f.id = n.subject_id and f.state = 'open')
      and ${isNotOnPrivatePost()}
    or n.source_kind = 'appeal' and exists (
      select 1 from appeals a where a.act_id = n.source_id and a.decision is null)))`

/** An invitation is news while it waits for an answer. */
const isInvited = (memberId: string) =>
  sql<SqlBool>`exists (select 1 from post_authors where post_id = n.subject_id and member_id = ${memberId} and accepted_at is null)`

function selectListed(db: Db, memberId: string) {
  return selectVisible(db, memberId)
    .innerJoin('members as actors', 'actors.id', 'n.actor_id')
    .leftJoin('moderation_acts', (j) =>
      j.onRef('moderation_acts.id', '=', 'n.source_id').on('n.kind', '=', 'moderation'),
    )
    .leftJoin('appeals', (j) => j.onRef('appeals.act_id', '=', 'n.source_id').on('n.source_kind', '=', 'appeal'))
    .selectAll('n')
    .select([
      'moderation_acts.act',
      sql<string | null>`case n.kind when 'waiting' then appeals.why
        else coalesce(appeals.decided_why, moderation_acts.why) end`.as('why'),
    ])
    .select([
      'actors.handle',
      'posts.title as post_title',
      sql<string | null>`case n.source_kind when 'comment' then comments.html when 'post' then posts.html
        when 'flag' then coalesce(comments.html, posts.html) end`.as('html'),
    ])
}

export type ListedRow = Awaited<ReturnType<typeof selectNotifications>>[number]

export type ListKey = readonly [isRead: number, time: number, id: string]

/** Those shown on the site: the unread first, then the newest first. */
export function selectNotifications(db: Db, memberId: string, limit: number, after?: ListKey) {
  const listed = selectListed(db, memberId)
    .where('n.on_site', '=', 1)
    .orderBy('n.is_read')
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
  if (!after) return listed.execute()
  const [isRead, time, id] = after
  const isAfter = sql<SqlBool>`(n.is_read > ${isRead} or (n.is_read = ${isRead}
    and (n.created_at < ${time} or (n.created_at = ${time} and n.id < ${id}))))`
  return listed.where(isAfter).execute()
}

/** Those that a digest would tell, the newest first. */
export function selectUnmailed(db: Db, memberId: string, limit: number) {
  return selectListed(db, memberId)
    .where('n.by_mail', '=', 1)
    .where('n.is_mailed', '=', 0)
    .where('n.is_read', '=', 0)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute()
}

/** How many are unread, counted no further than so many. */
export async function selectUnreadCount(db: Db, memberId: string, most: number): Promise<number> {
  // Most have none, which is found without looking at what each is about.
  if ((await anyUnread(db, { memberId })).length === 0) return 0
  return (await unread(db, { memberId, most })).length
}

const anyUnread = prepared((db, { memberId }: { memberId: string }) =>
  db.selectFrom('notifications').select('id').where('member_id', '=', memberId).where('is_read', '=', 0).limit(1),
)

const unread = prepared((db, { memberId, most }: { memberId: string; most: number }) =>
  selectVisible(db, memberId).select('n.id').where('n.on_site', '=', 1).where('n.is_read', '=', 0).limit(most),
)

export function selectOwn(db: Db, memberId: string, ids: string[]) {
  return db.selectFrom('notifications').selectAll().where('member_id', '=', memberId).where('id', 'in', ids).execute()
}

export async function updateRead(tx: Db, memberId: string, ids: string[]) {
  await tx
    .updateTable('notifications')
    .set({ is_read: 1 })
    .where('member_id', '=', memberId)
    .where('id', 'in', ids)
    .execute()
}

/** Marks all that came up to a time. */
export async function updateReadUntil(tx: Db, memberId: string, until: number) {
  await tx
    .updateTable('notifications')
    .set({ is_read: 1 })
    .where('member_id', '=', memberId)
    .where('is_read', '=', 0)
    .where('created_at', '<=', until)
    .execute()
}

export async function updateMailed(tx: Db, ids: string[]) {
  await tx.updateTable('notifications').set({ is_mailed: 1 }).where('id', 'in', ids).execute()
}
