import { type SqlBool, sql } from 'kysely'
import type { Page } from '#app/lib/paging.server.ts'
import { timeAndId } from '#app/lib/paging.server.ts'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { FollowRow } from '#db/tables.ts'
import type { Followable, FollowableKind } from './follow.ts'

const tables = {
  member: ['members', 'handle'],
  post: ['posts', 'title'],
  claim: ['claims', 'statement'],
  framing: ['framings', 'name'],
  transcript: ['transcripts', 'title'],
  excerpt: ['excerpts', 'exact'],
  label: ['labels', 'name'],
  concept: ['concepts', 'name'],
  relation: ['relation_lines', 'title'],
} as const satisfies Record<FollowableKind, readonly [string, string]>

/** What each of the things is called, by its id, cut short; what is not there, or not public, is missing. */
export async function selectTitles(db: Db, kind: FollowableKind, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const [table, title] = tables[kind]
  const rows = await db
    .selectFrom(table as 'posts')
    .select(['id', sql<string>`substr(${sql.ref(title)}, 1, 200)`.as('title')])
    .where('id', 'in', ids)
    .$if(kind === 'post', (query) => query.where('deleted_at', 'is', null).where('published_at', 'is not', null))
    .execute()
  return new Map(rows.map((row) => [row.id, row.title]))
}

/** Says whether the follow is new. */
export async function insertFollow(tx: Db, row: FollowRow): Promise<boolean> {
  const result = await tx
    .insertInto('follows')
    .values(row)
    .onConflict((c) => c.columns(['member_id', 'subject_kind', 'subject_id']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

const keyed = (memberId: string, { kind, id }: Followable) => ({
  member_id: memberId,
  subject_kind: kind,
  subject_id: id,
})

export async function deleteFollow(tx: Db, memberId: string, followed: Followable): Promise<boolean> {
  const { member_id, subject_kind, subject_id } = keyed(memberId, followed)
  const result = await tx
    .deleteFrom('follows')
    .where('member_id', '=', member_id)
    .where('subject_kind', '=', subject_kind)
    .where('subject_id', '=', subject_id)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Whoever follows the one member follows the other from now on, unless they do already or are that member. */
export async function updateFollowed(tx: Db, fromId: string, toId: string) {
  const already = tx
    .selectFrom('follows')
    .select('member_id')
    .where('subject_kind', '=', 'member')
    .where('subject_id', '=', toId)
  await tx
    .updateTable('follows')
    .set({ subject_id: toId })
    .where('subject_kind', '=', 'member')
    .where('subject_id', '=', fromId)
    .where('member_id', '!=', toId)
    .where('member_id', 'not in', already)
    .execute()
  await tx.deleteFrom('follows').where('subject_kind', '=', 'member').where('subject_id', '=', fromId).execute()
}

export async function selectFollow(db: Db, memberId: string, { kind, id }: Followable) {
  return (await own(db, { memberId, kind, id }))[0]
}

const own = prepared((db, { memberId, kind, id }: Followable & { memberId: string }) =>
  db
    .selectFrom('follows')
    .select('created_at')
    .where('member_id', '=', memberId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id),
)

export function selectFollowsOf(db: Db, memberId: string, { limit, after }: Page) {
  const listed = db
    .selectFrom('follows')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('created_at', 'desc')
    .orderBy('subject_id', 'desc')
    .limit(limit + 1)
  if (!after) return listed.execute()
  const [time, id] = timeAndId(after)
  const isAfter = sql<SqlBool>`(created_at < ${time} or (created_at = ${time} and subject_id < ${id}))`
  return listed.where(isAfter).execute()
}
