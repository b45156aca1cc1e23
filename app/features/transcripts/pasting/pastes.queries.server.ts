import { held } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { PasteRow } from '#db/tables.ts'

export async function upsertPaste(tx: Db, row: PasteRow) {
  const { key: _, ...set } = row
  await tx
    .insertInto('pastes')
    .values(row)
    .onConflict((c) => c.column('key').doUpdateSet(set))
    .execute()
}

export function selectPaste(db: Db, key: string, now: number): Promise<PasteRow | undefined> {
  return db.selectFrom('pastes').selectAll().where('key', '=', key).where('ends_at', '>', now).executeTakeFirst()
}

export function selectPasteHeld(tx: Db, key: string, now: number) {
  return tx
    .selectFrom('pastes')
    .select(['said', 'excerpt_id'])
    .where('key', '=', key)
    .where('ends_at', '>', now)
    .$call(held(tx))
    .executeTakeFirst()
}

export async function updatePaste(tx: Db, key: string, set: Partial<PasteRow>) {
  await tx.updateTable('pastes').set(set).where('key', '=', key).execute()
}

/** What waits to be published beside this one, in bytes. */
export async function selectWaitingBytes(tx: Db, key: string, now: number): Promise<number> {
  const row = await tx
    .selectFrom('pastes')
    .select((e) => e.fn.sum<number | null>('bytes').as('bytes'))
    .where('key', '<>', key)
    .where('ends_at', '>', now)
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

export async function deletePaste(tx: Db, key: string) {
  await tx.deleteFrom('pastes').where('key', '=', key).execute()
}

export async function deletePastesBefore(tx: Db, time: number) {
  await tx.deleteFrom('pastes').where('ends_at', '<=', time).execute()
}
