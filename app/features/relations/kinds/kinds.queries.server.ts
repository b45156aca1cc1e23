import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { RelationKindRow } from '#db/tables.ts'

/** In the order in which they came. */
export function selectKinds(db: Db): Promise<RelationKindRow[]> {
  return db.selectFrom('relation_kinds').selectAll().orderBy('created_at').orderBy('name_key').execute()
}

/** Waits for whoever adds or renames a kind, and keeps others out until the transaction ends. */
export async function selectKindsToHold(tx: Db) {
  await tx.selectFrom('relation_kinds').select('id').orderBy('id').$call(held(tx)).execute()
}

/** Counts a write of this kind; until the transaction ends nobody else writes one. */
export async function updateChanges(tx: Db, id: string): Promise<number> {
  const { changes } = await tx
    .updateTable('relation_kinds')
    .set((e) => ({ changes: e('changes', '+', 1) }))
    .where('id', '=', id)
    .returning('changes')
    .executeTakeFirstOrThrow()
  return changes
}

export async function insertKind(tx: Db, row: RelationKindRow): Promise<boolean> {
  const result = await tx
    .insertInto('relation_kinds')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export async function updateNames(
  tx: Db,
  id: string,
  names: Pick<RelationKindRow, 'name' | 'name_key' | 'inverse' | 'inverse_key'>,
) {
  await tx.updateTable('relation_kinds').set(names).where('id', '=', id).execute()
}

/** How many relations of each kind there are. */
export async function selectUses(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('relations')
    .select(['relation_kind', (e) => e.fn.countAll<number>().as('n')])
    .groupBy('relation_kind')
    .execute()
  return new Map(rows.map(({ relation_kind, n }) => [relation_kind, Number(n)]))
}
