import type { Db } from '#db/open.ts'

export async function updateRetired(tx: Db, id: string, at: number | null) {
  await tx.updateTable('labels').set({ retired_at: at }).where('id', '=', id).execute()
}

/** An edit that was said to keep the meaning changes it; says whether there is such an edit. */
export async function updateChange(tx: Db, labelId: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('label_versions')
    .set({ change: 'changed' })
    .where('label_id', '=', labelId)
    .where('version', '=', version)
    .where('change', '=', 'same')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function updateMeaning(tx: Db, id: string, meaning: number) {
  await tx.updateTable('labels').set({ meaning }).where('id', '=', id).execute()
}
