import type { Db } from '#db/open.ts'
import type { ExcerptRow, TranscriptRow, TurnRow } from '#db/tables.ts'

export type Facts = Pick<TranscriptRow, 'title' | 'source' | 'scores'>

/** Locks the transcript by a change that changes nothing: whoever marks words counts them there, and looks again after. */
export function updateToHold(tx: Db, id: string): Promise<Facts | undefined> {
  return tx
    .updateTable('transcripts')
    .set((e) => ({ excerpt_count: e.ref('excerpt_count') }))
    .where('id', '=', id)
    .returning(['title', 'source', 'scores'])
    .executeTakeFirst()
}

export async function updateFacts(tx: Db, id: string, facts: Facts) {
  await tx.updateTable('transcripts').set(facts).where('id', '=', id).execute()
}

export function selectTurns(tx: Db, transcriptId: string): Promise<TurnRow[]> {
  return tx.selectFrom('turns').selectAll().where('transcript_id', '=', transcriptId).orderBy('position').execute()
}

export async function updateTurn(tx: Db, { transcript_id, position, speaker, text }: TurnRow) {
  await tx
    .updateTable('turns')
    .set({ speaker, text })
    .where('transcript_id', '=', transcript_id)
    .where('position', '=', position)
    .execute()
}

export function selectExcerpts(tx: Db, transcriptId: string) {
  return tx
    .selectFrom('excerpts')
    .selectAll()
    .where('transcript_id', '=', transcriptId)
    .where('whole', '=', 0)
    .orderBy('id')
    .execute()
}

export async function updateWords(tx: Db, id: string, words: Pick<ExcerptRow, 'exact' | 'prefix' | 'suffix'>) {
  await tx.updateTable('excerpts').set(words).where('id', '=', id).execute()
}
