import type { Db } from '#db/open.ts'

const tables = ['transcripts', 'excerpts', 'collections'] as const

export async function updateBringer(tx: Db, fromId: string, toId: string) {
  for (const table of tables)
    await tx.updateTable(table).set({ member_id: toId }).where('member_id', '=', fromId).execute()
}
