import type { Db } from '#db/open.ts'
import type { RemovalRow } from '#db/tables.ts'

export async function insertRemoval(tx: Db, row: RemovalRow) {
  await tx.insertInto('removals').values(row).execute()
}

export function selectRemoval(db: Db, memberId: string) {
  return db.selectFrom('removals').selectAll().where('member_id', '=', memberId).executeTakeFirst()
}

/** Removals that are not over: those that were never swept, and those asked for before a time. */
export function selectDue(db: Db, askedBefore: number) {
  return db
    .selectFrom('removals')
    .selectAll()
    .where('done_at', 'is', null)
    .where((e) => e.or([e('swept_at', 'is', null), e('asked_at', '<=', askedBefore)]))
    .orderBy('asked_at')
    .orderBy('member_id')
    .execute()
}

export async function updateRemoval(tx: Db, memberId: string, set: Partial<RemovalRow>) {
  await tx.updateTable('removals').set(set).where('member_id', '=', memberId).execute()
}

export async function selectRemovedIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('removals').select('member_id').where('done_at', 'is not', null).execute()
  return rows.map((row) => row.member_id)
}
