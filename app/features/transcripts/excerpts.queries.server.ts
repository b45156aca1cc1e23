import { sql } from 'kysely'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { ExcerptRow } from '#db/tables.ts'

/** Inserts unless this span is there; says whether it did. */
export async function insertExcerpt(tx: Db, row: ExcerptRow): Promise<boolean> {
  const result = await tx
    .insertInto('excerpts')
    .values(row)
    .onConflict((c) => c.columns(['transcript_id', 'start_turn', 'start_offset', 'end_turn', 'end_offset']).doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export async function updateExcerptCount(tx: Db, transcriptId: string) {
  await tx
    .updateTable('transcripts')
    .set((e) => ({ excerpt_count: e('excerpt_count', '+', 1) }))
    .where('id', '=', transcriptId)
    .execute()
}

export type FoundExcerptRow = ExcerptRow & { title: string; model: string | null; condition: string | null }

export function selectExcerptAt(db: Db, row: ExcerptRow): Promise<FoundExcerptRow | undefined> {
  return excerpts(db)
    .where('excerpts.transcript_id', '=', row.transcript_id)
    .where('excerpts.start_turn', '=', row.start_turn)
    .where('excerpts.start_offset', '=', row.start_offset)
    .where('excerpts.end_turn', '=', row.end_turn)
    .where('excerpts.end_offset', '=', row.end_offset)
    .executeTakeFirst()
}

export function selectExcerpts(db: Db, ids: string[]): Promise<FoundExcerptRow[]> {
  return excerpts(db).where('excerpts.id', 'in', ids).execute()
}

const mostListed = 1000

/** Of one transcript, in the order of the text, with how they begin; with `from` and `to` those that touch these turns, `to` exclusive. */
export function selectExcerptsOf(db: Db, transcriptId: string, part?: { from: number; to: number }) {
  let query = excerpts(db)
    .clearSelect()
    .select(['excerpts.id', 'transcript_id', 'start_turn', 'start_offset', 'end_turn', 'end_offset', 'whole'])
    .select(['prefix', 'suffix', 'excerpts.member_id', 'excerpts.created_at'])
    .select(['transcripts.title', 'transcripts.model', 'transcripts.condition'])
    .select(sql<string>`substr(exact, 1, ${sql.lit(mostListed)})`.as('exact'))
    .where('excerpts.transcript_id', '=', transcriptId)
  if (part) query = query.where('excerpts.start_turn', '<', part.to).where('excerpts.end_turn', '>=', part.from)
  return query
    .orderBy('excerpts.start_turn')
    .orderBy('excerpts.start_offset')
    .orderBy('excerpts.end_turn')
    .orderBy('excerpts.end_offset')
    .execute()
}

function excerpts(db: Db) {
  return db
    .selectFrom('excerpts')
    .innerJoin('transcripts', 'transcripts.id', 'excerpts.transcript_id')
    .selectAll('excerpts')
    .select(['transcripts.title', 'transcripts.model', 'transcripts.condition'])
}
