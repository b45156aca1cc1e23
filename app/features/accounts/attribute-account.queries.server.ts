import type { Db } from '#db/open.ts'

/** The handles of an imported author lead to who it was, who may go by them. */
export async function updateHandlesOwner(tx: Db, fromId: string, toId: string) {
  await tx.updateTable('handles').set({ member_id: toId, attributed: 1 }).where('member_id', '=', fromId).execute()
}

/** Whoever silenced the imported author silences who it was, unless they do already or are that member. */
export async function updateSilenced(tx: Db, fromId: string, toId: string) {
  const already = tx.selectFrom('silences').select('member_id').where('silenced_id', '=', toId)
  await tx
    .updateTable('silences')
    .set({ silenced_id: toId })
    .where('silenced_id', '=', fromId)
    .where('member_id', '!=', toId)
    .where('member_id', 'not in', already)
    .execute()
  await tx.deleteFrom('silences').where('silenced_id', '=', fromId).execute()
}
