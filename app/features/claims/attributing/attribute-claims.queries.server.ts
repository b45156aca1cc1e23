import type { Db } from '#db/open.ts'

const tables = ['claims', 'framings', 'claim_framings', 'standpoints'] as const

export async function updateProposer(tx: Db, fromId: string, toId: string) {
  for (const table of tables)
    await tx.updateTable(table).set({ member_id: toId }).where('member_id', '=', fromId).execute()
}
