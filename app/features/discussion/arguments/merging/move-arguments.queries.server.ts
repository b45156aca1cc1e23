import type { Db } from '#db/open.ts'

export async function updateFraming(tx: Db, fromId: string, intoId: string) {
  await tx.updateTable('arguments').set({ framing_id: intoId }).where('framing_id', '=', fromId).execute()
}
