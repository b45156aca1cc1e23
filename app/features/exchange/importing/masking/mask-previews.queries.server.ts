import type { Db } from '#db/open.ts'

/** Those whose files wait for their member, or are looked at or imported just now. */
export function selectPreviews(tx: Db) {
  return tx
    .selectFrom('imports')
    .select(['id', 'preview'])
    .where('state', 'in', ['reading', 'staged', 'waiting', 'running', 'stopping'])
    .where('preview', 'is not', null)
    .execute()
}

export async function updatePreview(tx: Db, id: string, preview: string) {
  await tx.updateTable('imports').set({ preview }).where('id', '=', id).execute()
}
