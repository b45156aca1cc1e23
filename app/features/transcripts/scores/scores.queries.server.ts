import type { Db } from '#db/open.ts'
import type { TranscriptScoreRow } from '#db/tables.ts'

export async function deleteScores(tx: Db, transcriptId: string) {
  await tx.deleteFrom('transcript_scores').where('transcript_id', '=', transcriptId).execute()
}

export async function insertScores(tx: Db, rows: TranscriptScoreRow[]) {
  await tx.insertInto('transcript_scores').values(rows).execute()
}
