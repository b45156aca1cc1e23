import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import { preparedWrite } from '#db/prepared.ts'
import type { MentioningTextRow, MentionRow } from '#db/tables.ts'

type Source = Pick<MentionRow, 'source_kind' | 'source_id'>

export const deleteMentions = preparedWrite((tx: Db, source: Source, but: readonly string[]) =>
  tx
    .deleteFrom('mentions')
    .where('source_kind', '=', source.source_kind)
    .where('source_id', '=', source.source_id)
    .$if(but.length > 0, (q) => q.where('name_key', 'not in', but)),
)

/** What was mentioned before stays, with its time. */
export async function insertMentions(tx: Db, rows: readonly MentionRow[]) {
  if (rows.length === 0) return
  await tx
    .insertInto('mentions')
    .values(rows)
    .onConflict((c) => c.columns(['source_kind', 'source_id', 'name_key']).doNothing())
    .execute()
}

const naming = (db: Db, keys: readonly string[], but: Source | null) =>
  db
    .selectFrom('shown_mentions')
    .where('name_key', 'in', keys)
    .$if(but !== null, (q) =>
      q.where(sql<SqlBool>`not (source_kind = ${but?.source_kind} and source_id = ${but?.source_id})`),
    )

export async function selectCount(db: Db, keys: readonly string[], but: Source | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${naming(db, keys, but)
    .select(['source_kind', 'source_id'])
    .distinct()}) sources`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

interface Page {
  limit: number
  after: readonly [time: number, source: string] | null
}

/** The newest first, one more than the page takes; a text that has several of the names comes once. */
export async function selectMentions(db: Db, keys: readonly string[], but: Source | null, { limit, after }: Page) {
  const found = naming(db, keys, but)
    .select((e) => ['source_kind', 'source_id', e.fn.max<number>('mentioned_at').as('at')])
    .groupBy(['source_kind', 'source_id'])
  const source = sql<string>`source_kind || '.' || source_id`
  return db
    .selectFrom(found.as('found'))
    .selectAll()
    .select(source.as('source'))
    .$if(after !== null, (q) =>
      q.where(sql<SqlBool>`(at < ${after?.[0]} or (at = ${after?.[0]} and ${source} < ${after?.[1]}))`),
    )
    .orderBy('at', 'desc')
    .orderBy(source, 'desc')
    .limit(limit + 1)
    .execute()
}

/** What texts of a kind say, and who wrote them. */
export function selectTexts(db: Db, kind: MentioningTextRow['kind'], ids: readonly string[]) {
  return db
    .selectFrom('mentioning_texts')
    .leftJoin('members', 'members.id', 'mentioning_texts.member_id')
    .select(['mentioning_texts.id', 'title', 'text', 'members.handle'])
    .where('mentioning_texts.kind', '=', kind)
    .where('mentioning_texts.id', 'in', ids)
    .execute()
}

/** Names that several texts mention and nothing goes by, the most mentioned first. */
export function selectMissing(db: Db, least: number, most: number) {
  return db
    .selectFrom('shown_mentions as m')
    .select((e) => [
      'm.name_key',
      e.fn.min<string>('m.name').as('name'),
      e.fn.countAll<number>().as('n'),
      e.fn.min<number>('m.mentioned_at').as('first_at'),
      e.fn.max<number>('m.mentioned_at').as('last_at'),
    ])
    .where((e) =>
      e.not(e.exists(e.selectFrom('named_things as t').select('t.id').whereRef('t.name_key', '=', 'm.name_key'))),
    )
    .groupBy('m.name_key')
    .having((e) => e(e.fn.countAll(), '>=', least))
    .orderBy('n', 'desc')
    .orderBy('m.name_key')
    .limit(most)
    .execute()
}
