import type { Db } from '#db/open.ts'

export async function updateDoer(tx: Db, fromId: string, toId: string) {
  await tx.updateTable('activity').set({ member_id: toId }).where('member_id', '=', fromId).execute()
}
