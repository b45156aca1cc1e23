import type { Db } from '#db/open.ts'
import type { ExcerptRow } from '#db/tables.ts'

/** Locks the transcript by a change that changes nothing: whoever marks words counts them there, and looks again after. */
export function updateToHold(tx: Db, id: string) {
  return tx
    .updateTable('transcripts')
    .set((e) => ({ excerpt_count: e.ref('excerpt_count') }))
    .where('id', '=', id)
    .returning('title')
    .executeTakeFirst()
}

export async function updateTitle(tx: Db, id: string, title: string) {
  await tx.updateTable('transcripts').set({ title }).where('id', '=', id).execute()
}

export async function updateTurn(tx: Db, transcriptId: string, position: number, text: string) {
  await tx
    .updateTable('turns')
    .set({ text })
    .where('transcript_id', '=', transcriptId)
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
