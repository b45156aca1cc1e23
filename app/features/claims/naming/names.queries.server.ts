import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { FramingNameRow, FramingRow } from '#db/tables.ts'

/** In one order, so that two who hold the same ones do not wait for each other in a circle. */
export function selectHeldFramings(tx: Db, ids: readonly string[]): Promise<FramingRow[]> {
  return tx.selectFrom('framings').selectAll().where('id', 'in', ids).orderBy('id').$call(held(tx)).execute()
}

/** Takes a name unless it is taken; says whether it did. Whoever comes second waits and then finds the first one's. */
export async function insertName(tx: Db, row: FramingNameRow): Promise<boolean> {
  const result = await tx
    .insertInto('framing_names')
    .values(row)
    .onConflict((c) => c.column('name_key').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

/** The framing that goes by this name. */
export function selectFramingNamed(db: Db, key: string): Promise<FramingRow | undefined> {
  return db
    .selectFrom('framing_names')
    .innerJoin('framings', 'framings.id', 'framing_names.framing_id')
    .selectAll('framings')
    .where('framing_names.name_key', '=', key)
    .executeTakeFirst()
}

export function selectNames(db: Db, framingId: string) {
  return db
    .selectFrom('framing_names')
    .select(['name_key', 'name'])
    .where('framing_id', '=', framingId)
    .orderBy('name_key')
    .execute()
}

export async function updateName(tx: Db, key: string, name: string) {
  await tx.updateTable('framing_names').set({ name }).where('name_key', '=', key).execute()
}

export async function deleteName(tx: Db, framingId: string, key: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('framing_names')
    .where('framing_id', '=', framingId)
    .where('name_key', '=', key)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export async function updateAlsoCalled(tx: Db, id: string, also_called: string) {
  await tx.updateTable('framings').set({ also_called }).where('id', '=', id).execute()
}

export async function updateToSiteWide(tx: Db, id: string) {
  await tx.updateTable('framings').set({ claim_id: null }).where('id', '=', id).execute()
}
