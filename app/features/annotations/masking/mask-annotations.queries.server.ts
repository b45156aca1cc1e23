import type { Db } from '#db/open.ts'

/** What clients sent, page by page in the order of ids. */
export function selectSent(tx: Db, after: string, most: number) {
  return tx
    .selectFrom('annotations')
    .select(['id', 'document', 'excerpts'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
}

export function selectExcerptIds(tx: Db, transcriptId: string) {
  return tx.selectFrom('excerpts').select('id').where('transcript_id', '=', transcriptId).execute()
}

export async function updateDocument(tx: Db, id: string, document: string) {
  await tx.updateTable('annotations').set({ document }).where('id', '=', id).execute()
}
