import type { Db } from '#db/open.ts'

const tables = ['concepts', 'concept_names', 'concept_revisions', 'concept_merges'] as const

export async function updateMaker(tx: Db, fromId: string, toId: string) {
  for (const table of tables)
    await tx.updateTable(table).set({ member_id: toId }).where('member_id', '=', fromId).execute()
}
