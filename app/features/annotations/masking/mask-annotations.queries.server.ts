import type { Db } from '#db/open.ts'

/** What clients sent about a transcript, by its address or by an excerpt of it; not what quotes it from elsewhere. */
export function selectAbout(tx: Db, transcriptId: string) {
  return tx
    .selectFrom('annotations')
    .select(['id', 'document'])
    .where('document', 'like', `%/transcripts/${transcriptId}%`)
    .orderBy('id')
    .execute()
}

export async function updateDocument(tx: Db, id: string, document: string) {
  await tx.updateTable('annotations').set({ document }).where('id', '=', id).execute()
}
