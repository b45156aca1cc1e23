import type { Db } from '#db/open.ts'

/** The next transcripts that have excerpts, by id. */
export async function selectMarkedTranscripts(db: Db, after: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('excerpts')
    .select('transcript_id')
    .distinct()
    .where('transcript_id', '>', after)
    .orderBy('transcript_id')
    .limit(most)
    .execute()
  return rows.map((row) => row.transcript_id)
}

export function selectExcerpts(db: Db, transcriptId: string) {
  return db.selectFrom('excerpts').selectAll().where('transcript_id', '=', transcriptId).execute()
}

export async function selectTexts(db: Db, transcriptId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('turns')
    .select('text')
    .where('transcript_id', '=', transcriptId)
    .orderBy('position')
    .execute()
  return rows.map(({ text }) => text)
}
