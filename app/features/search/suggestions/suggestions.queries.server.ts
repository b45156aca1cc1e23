import { sql } from 'kysely'
import { type Db, engineOf } from '#db/open.ts'
import type { EntryKind } from '../entry.ts'
import { fts5Of, tsqueryOf } from '../matching.ts'
import type { Term } from '../query.ts'

/** Members whose handles begin with this, which is letters, digits, _ and - in lower case. */
export function selectMembersBeginning(db: Db, start: string, limit: number) {
  const key = engineOf(db) === 'postgres' ? sql<string>`handle_key collate "C"` : sql<string>`handle_key`
  return (
    db
      .selectFrom('members')
      .select(['id', 'handle', 'bio', 'unclaimed'])
      .where(key, '>=', start)
      // No sign of a handle comes after the tilde.
      .where(key, '<', `${start}~`)
      .where('attributed_to', 'is', null)
      .where('removed_at', 'is', null)
      .orderBy(key)
      .limit(limit)
      .execute()
  )
}

export interface NamedRow {
  kind: EntryKind
  id: string
  name: string
  words: string
  handle: string
}

/** The newest of these kinds whose names have the words. Framings of one claim alone are left out: no name leads to them. */
export async function selectNamed(db: Db, kinds: EntryKind[], terms: Term[], limit: number): Promise<NamedRow[]> {
  const isNamed =
    engineOf(db) === 'sqlite'
      ? sql`search_index x join search_entries e on e.number = x.rowid where search_index match ${`title : (${fts5Of(terms)})`}`
      : sql`search_index x join search_entries e on e.number = x.number
          where ts_filter(x.vector, '{a}') @@ ${tsqueryOf(terms)}::tsquery`
  const number = engineOf(db) === 'sqlite' ? sql`x.rowid` : sql`x.number`
  const { rows } = await sql<NamedRow>`select found.kind as kind, found.id as id, s.heading as name,
      substr(s.body, 1, 200) as words, coalesce(m.handle, '') as handle
    from (select e.kind as kind, e.id as id, ${number} as number from ${isNamed}
      and e.kind in (${sql.join(kinds)}) and (e.kind <> 'framing'
        or exists (select 1 from framings f where f.id = e.id and f.claim_id is null))
      order by ${number} desc limit ${limit}) found
    join search_sources s on s.kind = found.kind and s.id = found.id
    left join members m on m.id = s.member_id order by found.number desc`.execute(db)
  return rows
}

export interface ExcerptNamedRow {
  id: string
  words: string
  title: string
}

/** Excerpts that have the words. */
export async function selectExcerptsWith(db: Db, terms: Term[], limit: number): Promise<ExcerptNamedRow[]> {
  const found =
    engineOf(db) === 'sqlite'
      ? sql`select id from excerpt_index where excerpt_index match ${fts5Of(terms)} order by rowid desc limit ${limit}`
      : sql`select id from excerpts where search_vector(search_fold(substr(exact, 1, 1000))) @@ ${tsqueryOf(terms)}::tsquery
          order by created_at desc, id desc limit ${limit}`
  const { rows } = await sql<ExcerptNamedRow>`select x.id as id, substr(x.exact, 1, 300) as words, t.title as title
    from excerpts x join transcripts t on t.id = x.transcript_id
    where x.id in (select id from (${found}) few) order by x.created_at desc, x.id desc`.execute(db)
  return rows
}
