import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { ConceptNameRow } from '#db/tables.ts'

/** Takes a name unless it is taken; says whether it did. Whoever comes second waits and then finds the first one's. */
export async function insertName(tx: Db, row: ConceptNameRow): Promise<boolean> {
  return isInserted(
    await tx
      .insertInto('concept_names')
      .values(row)
      .onConflict((c) => c.column('name_key').doNothing())
      .executeTakeFirst(),
  )
}

/** Takes those of the names that are free. */
export async function insertNames(tx: Db, rows: readonly ConceptNameRow[]) {
  await tx
    .insertInto('concept_names')
    .values(rows)
    .onConflict((c) => c.column('name_key').doNothing())
    .execute()
}

/** Which concepts have these names, and where they lead when they were merged. */
export function selectHolders(db: Db, keys: readonly string[]) {
  return db
    .selectFrom('concept_names as n')
    .innerJoin('concepts as c', 'c.id', 'n.concept_id')
    .select((e) => [
      'n.name_key',
      'n.concept_id as holder_id',
      e.fn.coalesce('c.merged_into', 'c.id').as('concept_id'),
      'c.name',
    ])
    .where('n.name_key', 'in', keys)
    .execute()
}

export function selectNamesOf(db: Db, conceptId: string) {
  return db
    .selectFrom('concept_names')
    .select(['name_key', 'name'])
    .where('concept_id', '=', conceptId)
    .orderBy('name_key')
    .execute()
}

/** Every name that leads to a concept, those of what was merged into it too. */
export function selectNamesLeadingTo(db: Db, conceptId: string) {
  return db
    .selectFrom('concept_names as n')
    .innerJoin('concepts as c', 'c.id', 'n.concept_id')
    .select(['n.name_key', 'n.name'])
    .where((e) => e(e.fn.coalesce('c.merged_into', 'c.id'), '=', conceptId))
    .orderBy('n.name_key')
    .execute()
}

export async function updateSpelling(tx: Db, conceptId: string, key: string, name: string) {
  await tx
    .updateTable('concept_names')
    .set({ name })
    .where('name_key', '=', key)
    .where('concept_id', '=', conceptId)
    .execute()
}

export async function deleteNames(tx: Db, conceptId: string, keys: readonly string[]) {
  if (keys.length === 0) return
  await tx.deleteFrom('concept_names').where('concept_id', '=', conceptId).where('name_key', 'in', keys).execute()
}

export async function updateAlsoCalled(tx: Db, id: string, also_called: string) {
  await tx.updateTable('concepts').set({ also_called }).where('id', '=', id).execute()
}
