import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { MemberRow } from '#db/tables.ts'

/** The bare row, which nobody else changes before the transaction ends. */
export function selectMemberHeld(tx: Db, id: string) {
  return tx.selectFrom('members').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

/** All admins, held in one order: of two who leave at once the second finds out that the first did. */
export function selectAdminsHeld(tx: Db) {
  const admins = tx.selectFrom('members').select('id').where('role', '=', 'admin').where('removed_at', 'is', null)
  return admins.orderBy('id').$call(held(tx)).execute()
}

export function selectHandleKeys(tx: Db, memberId: string) {
  return tx.selectFrom('handles').select('handle_key').where('member_id', '=', memberId).execute()
}

export function selectImportedNames(tx: Db, memberId: string) {
  return tx.selectFrom('members').select('handle').where('attributed_to', '=', memberId).execute()
}

export async function insertRetiredHandles(tx: Db, hashes: readonly string[]) {
  const rows = hashes.map((handle_hash) => ({ handle_hash }))
  await tx
    .insertInto('retired_handles')
    .values(rows)
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Their handles lead nowhere; the one that is left is of nobody's choosing. */
export async function updateHandles(tx: Db, memberId: string, handle_key: string, taken_at: number) {
  await tx.deleteFrom('handles').where('member_id', '=', memberId).execute()
  await tx.insertInto('handles').values({ handle_key, member_id: memberId, attributed: 0, taken_at }).execute()
}

export async function updateRemoved(tx: Db, id: string, set: Partial<MemberRow>) {
  await tx.updateTable('members').set(set).where('id', '=', id).execute()
}

/** The imported authors that turned out to be this member, whose emptied rows hold their names. */
export async function updateImportedNames(tx: Db, memberId: string, handle: string) {
  await tx.updateTable('members').set({ handle, bio: '' }).where('attributed_to', '=', memberId).execute()
}

export async function deleteWaysIn(tx: Db, memberId: string) {
  await tx.deleteFrom('sessions').where('member_id', '=', memberId).execute()
  await tx.deleteFrom('tokens').where('member_id', '=', memberId).execute()
  await tx.deleteFrom('passkeys').where('member_id', '=', memberId).execute()
}
