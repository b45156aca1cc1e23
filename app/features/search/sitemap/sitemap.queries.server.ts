import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { SitemapKind } from './sitemap.ts'

export interface ListedRow {
  id: string
  at: number
}

/** Things of a kind that everybody may read and that have a page of their own, after an id, in the order of ids; with when they were last written to or under. */
export async function selectListed(db: Db, kind: SitemapKind, after: string, limit: number): Promise<ListedRow[]> {
  const { rows } = await sql<ListedRow>`
    select x.id as id, x.at as at from (${sourceOf(kind, after)}) x order by x.id limit ${limit}`.execute(db)
  return rows.map(({ id, at }) => ({ id, at: Number(at) }))
}

/** The id that so many things after one end with; undefined where there are fewer. */
export async function selectEnd(db: Db, kind: SitemapKind, after: string, count: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select x.id as id from (${sourceOf(kind, after)}) x order by x.id limit 1 offset ${count - 1}`.execute(db)
  return rows[0]?.id
}

/** How many there are, counted no further than to `most`. */
export async function selectCount(db: Db, kind: SitemapKind, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select cast(count(*) as integer) as n from (select 1 from (${sourceOf(kind, '')}) x limit ${most}) y`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

function sourceOf(kind: SitemapKind, after: string) {
  const spoken = sql`select max(t.last_comment_at) from threads t where t.subject_kind = ${kind} and t.subject_id = s.id`
  const last = (at: ReturnType<typeof sql>) =>
    sql`case when coalesce((${spoken}), 0) > ${at} then (${spoken}) else ${at} end as at`
  switch (kind) {
    case 'post':
      return sql`select s.id, ${last(sql`coalesce(s.edited_at, s.published_at)`)} from posts s
        where s.id > ${after} and s.deleted_at is null and s.published_at is not null`
    case 'collection':
      return sql`select s.id, s.created_at as at from collections s where s.id > ${after} and s.visibility = 'public'`
    case 'framing':
      return sql`select s.id, ${last(sql`s.created_at`)} from framings s
        where s.id > ${after} and s.merged_into is null and s.built_in = 0`
    case 'label':
    case 'concept':
      return sql`select s.id, ${last(sql`s.created_at`)} from ${sql.table(`${kind}s`)} s
        where s.id > ${after} and s.merged_into is null`
    default:
      return sql`select s.id, ${last(sql`s.created_at`)} from ${sql.table(`${kind}s`)} s where s.id > ${after}`
  }
}
