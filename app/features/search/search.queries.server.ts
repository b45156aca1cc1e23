import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { isOn } from '#db/labelled.ts'
import { type Db, engineOf } from '#db/open.ts'
import { kindOfNumber, nextNumber } from '#db/search/entry-number.ts'
import { mostSearched } from '#db/search/most-searched.ts'
import { fts5Of, tsqueryOf, wordsPattern } from './matching.ts'
import type { Term } from './query.ts'

/** What entries must be to be found; ids where names were said. An empty list lets nothing through, null everything. */
export interface Wanted {
  terms: Term[]
  kinds: string[] | null
  memberIds: string[] | null
  labelIds: string[] | null
  models: string[] | null
  roles: string[] | null
  before: number | null
  from: number | null
}

interface Looked {
  /** What is looked through. */
  from: RawBuilder<unknown>
  number: RawBuilder<unknown>
  kind: RawBuilder<unknown>
}

/** An index is read only for words; without them entries alone say what there is, and SQLite's index alone is enough where only words and kinds count. */
function lookedThrough(db: Db, wanted: Wanted): Looked {
  const isSqlite = engineOf(db) === 'sqlite'
  const isByWords = isSqlite ? hasWords(wanted) : wanted.terms.length > 0
  const entry = { number: sql`e.number`, kind: sql`e.kind` }
  if (!isByWords) return { from: sql`search_entries e`, ...entry }
  if (!isSqlite) return { from: sql`search_index x join search_entries e on e.number = x.number`, ...entry }
  const { terms, kinds, ...others } = wanted
  const isIndexEnough = Object.values(others).every((filter) => filter === null)
  const from = isIndexEnough ? sql`search_index x` : sql`search_index x join search_entries e on e.number = x.rowid`
  return { from, number: sql`x.rowid`, kind: sql.raw(kindOfNumber('x.rowid')) }
}

const hasWords = ({ terms }: Wanted) => terms.some(({ isNot }) => !isNot)

const conditionsOf = (db: Db, wanted: Wanted, looked: Looked) =>
  sql.join([...wordsOn(db, wanted.terms, looked), ...filtersOf(wanted, looked)], sql` and `)

/** On PostgreSQL the vector finds what has the words; where they stand together, and words over 60 letters, the folded text says. */
function wordsOn(db: Db, terms: Term[], { number }: Looked): RawBuilder<SqlBool>[] {
  const [yes, no] = [terms.filter(({ isNot }) => !isNot), terms.filter(({ isNot }) => isNot)]
  if (engineOf(db) === 'sqlite') {
    return [
      ...(yes.length > 0 ? [sql<SqlBool>`search_index match ${fts5Of(yes)}`] : []),
      ...no.map(
        (term) =>
          sql<SqlBool>`${number} not in (select rowid from search_index where search_index match ${fts5Of([term])})`,
      ),
    ]
  }
  const stands = (term: Term) => {
    const pattern = wordsPattern(term)
    const vector = sql<SqlBool>`x.vector @@ ${tsqueryOf([term])}::tsquery`
    return pattern ? sql<SqlBool>`(${vector} and x.words like ${pattern})` : vector
  }
  return [...yes.map(stands), ...no.map((term) => sql<SqlBool>`not ${stands(term)}`)]
}

function filtersOf(wanted: Wanted, { kind }: Looked): RawBuilder<SqlBool>[] {
  const { kinds, memberIds, labelIds, models, roles, before, from } = wanted
  return [
    sql<SqlBool>`1 = 1`,
    ...(kinds ? [sql<SqlBool>`${kind} in ${listOf(kinds)}`] : []),
    ...(memberIds ? [writtenBy(listOf(memberIds))] : []),
    ...(roles ? [sql<SqlBool>`e.role in ${listOf(roles)}`] : []),
    ...(before === null ? [] : [sql<SqlBool>`e.created_at < ${before}`]),
    ...(from === null ? [] : [sql<SqlBool>`e.created_at >= ${from}`]),
    ...(models
      ? [
          sql<SqlBool>`e.kind in ('turn', 'transcript') and e.id in (select id from transcripts where model in ${listOf(models)})`,
        ]
      : []),
    ...(labelIds ? [labelledWith(listOf(labelIds))] : []),
  ]
}

/** A list of nothing is an error to PostgreSQL. */
const listOf = (values: string[]) => (values.length > 0 ? sql`(${sql.join(values)})` : sql`(null)`)

/** Of a post each of its authors wrote it, who accepted to be one. */
function writtenBy(ids: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(e.member_id in ${ids} or e.kind = 'post' and e.id in (select post_id from post_authors
    where member_id in ${ids} and accepted_at is not null))`
}

/** The label itself, the turns that carry it, and what relies on it. */
function labelledWith(ids: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(e.kind = 'label' and e.id in ${ids}
    or e.kind in ('post', 'comment') and exists (select 1 from evidence v
      where v.source_kind = e.kind and v.source_id = e.id and v.label_id in ${ids})
    or e.kind = 'turn' and exists (select 1 from labellings join excerpts c on c.id = excerpt_id
      where c.transcript_id = e.id and e.place between c.start_turn and c.end_turn and label_id in ${ids} and ${isOn}))`
}

/** How many of each kind there are. */
export async function selectCounts(db: Db, wanted: Wanted) {
  const looked = lookedThrough(db, wanted)
  const { rows } = await sql<{ kind: string; count: number }>`select ${looked.kind} as kind, count(*) as count
    from ${looked.from} where ${conditionsOf(db, wanted, looked)} group by 1`.execute(db)
  return rows
}

export interface FoundRow {
  number: number
  kind: string
  id: string
  place: number
}

interface Part {
  /** Of these kinds alone. */
  kinds: string[] | null
  upTo: number
  offset: number
  limit: number
}

/** A part of the list, only up to the entry with the number `upTo`, and how many of each kind there are in all: the best first, where words were said, else the newest. */
export async function selectFound(db: Db, wanted: Wanted, part: Part) {
  if (hasWords(wanted)) return selectBest(db, wanted, part)
  return { rows: await selectNewest(db, wanted, part), counts: await selectCounts(db, wanted) }
}

/** In one pass, since what takes long is to find and weigh them; a cross join, or SQLite goes through all entries for the few. Words in titles weigh more; the less the score, the better. */
async function selectBest(db: Db, wanted: Wanted, part: Part) {
  const yes = wanted.terms.filter(({ isNot }) => !isNot)
  const score =
    engineOf(db) === 'sqlite'
      ? sql`bm25(search_index, 5.0, 1.0)`
      : sql`-ts_rank(x.vector, ${tsqueryOf(yes)}::tsquery, 1)`
  const looked = lookedThrough(db, wanted)
  const { rows } = await sql<FoundRow & { count: number }>`with found as materialized (
      select ${looked.number} as number, ${looked.kind} as kind, ${score} as score from ${looked.from}
      where ${conditionsOf(db, wanted, looked)})
    select e.number as number, e.kind as kind, e.id as id, e.place as place, 0 as count, best.score as score
      from (select number, score from found f where ${listed(sql.ref('f'), part)}
        order by score, number desc limit ${part.limit} offset ${part.offset}) best
      cross join search_entries e where e.number = best.number
    union all select 0, kind, '', 0, count(*), 0 from found group by kind
    order by score, number desc`.execute(db)
  return { rows: rows.filter(({ count }) => count === 0), counts: rows.filter(({ count }) => count > 0) }
}

async function selectNewest(db: Db, wanted: Wanted, part: Part) {
  const looked = lookedThrough(db, wanted)
  const { rows } = await sql<FoundRow>`select e.number as number, e.kind as kind, e.id as id, e.place as place
    from ${looked.from} where ${conditionsOf(db, wanted, looked)} and ${listed(sql.ref('e'), part)}
    order by e.created_at desc, e.number desc limit ${part.limit} offset ${part.offset}`.execute(db)
  return rows
}

const listed = (of: RawBuilder<unknown>, { kinds, upTo }: Part) =>
  kinds ? sql`${of}.number <= ${upTo} and ${of}.kind in ${listOf(kinds)}` : sql`${of}.number <= ${upTo}`

export async function selectNewestNumber(db: Db): Promise<number> {
  const row = await db
    .selectFrom('search_entries')
    .select((e) => e.fn.max('number').as('newest'))
    .executeTakeFirst()
  return Number(row?.newest ?? 0)
}

/** What was found, as it stands now: what was deleted meanwhile is left out. */
export function selectSources(db: Db, kind: string, found: Pick<FoundRow, 'id' | 'place'>[]) {
  const ids = found.map(({ id }) => id)
  return (
    db
      .selectFrom('search_sources')
      .leftJoin('members', 'members.id', 'search_sources.member_id')
      .selectAll('search_sources')
      .select('members.handle')
      .where('search_sources.kind', '=', kind as 'post')
      // Of transcripts many turns may have been found, each in its place; of all else there is one of an id.
      .$if(kind !== 'turn', (q) => q.where('search_sources.id', 'in', ids))
      .$if(kind === 'turn', (q) =>
        q.where((e) =>
          e.or(found.map(({ id, place }) => e.and({ 'search_sources.id': id, 'search_sources.place': place }))),
        ),
      )
      .execute()
  )
}

export function selectHeadings(db: Db, kind: string, ids: string[]) {
  return db
    .selectFrom('search_sources')
    .select(['id', 'heading'])
    .where('kind', '=', kind as 'post')
    .where('id', 'in', ids)
    .where('place', '=', 0)
    .execute()
}

/** Of each of the words, in how many entries it stands, counted up to a hundred. Words that stand nowhere are left out. */
export async function selectFrequencies(db: Db, words: string[]): Promise<{ word: string; count: number }[]> {
  if (words.length === 0) return []
  const count = (found: RawBuilder<unknown>) => sql`(select count(*) from (select 1 ${found} limit 100) as few)`
  const query =
    engineOf(db) === 'sqlite'
      ? sql`select value as word, ${count(sql`from search_index where search_index match '"' || value || '"'`)} as count
          from json_each(${JSON.stringify(words)})`
      : sql`select word, ${count(sql`from search_index where vector @@ ('''' || left(word, 60) || '''')::tsquery`)} as count
          from unnest(${words}::text[]) word`
  const { rows } = await sql<{ word: string; count: number }>`select word, count from (${query}) counted
    where count > 0`.execute(db)
  return rows
}

export function selectModels(db: Db) {
  return db.selectFrom('transcripts').select('model').distinct().where('model', 'is not', null).execute()
}

export function selectLabelsNamed(db: Db, keys: string[]) {
  return db
    .selectFrom('labels')
    .select((e) => e.fn.coalesce('merged_into', 'id').as('id'))
    .where('name_key', 'in', keys)
    .execute()
}

export function selectSubjectsOfComments(db: Db, ids: string[]) {
  return db.selectFrom('comments').select(['id', 'subject_kind', 'subject_id']).where('id', 'in', ids).execute()
}

export async function deleteEntries(tx: Db) {
  if (engineOf(tx) === 'sqlite') await sql`insert into search_index (search_index) values ('delete-all')`.execute(tx)
  await tx.deleteFrom('search_entries').execute()
}

/** Every source's entry and words: on PostgreSQL by the function that the triggers use. */
export async function insertEntries(tx: Db) {
  if (engineOf(tx) === 'postgres') {
    await sql`select search_refresh(kind, id, place) from search_sources`.execute(tx)
    return
  }
  const columns = 'kind, id, place, role, member_id, created_at'
  await sql
    .raw(`insert into search_entries (number, ${columns}) select ${nextNumber}, ${columns} from search_sources`)
    .execute(tx)
  await sql`insert into search_index (rowid, title, body)
    select e.number, s.title, substr(s.body, 1, ${mostSearched}) from search_entries e
      join search_sources s on s.kind = e.kind and s.id = e.id and s.place = e.place`.execute(tx)
}
