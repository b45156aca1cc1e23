import type { Db } from '#db/open.ts'
import type { RelationRow } from '#db/tables.ts'

/** Inserts those that are not said already; answers the ids of those that are new. */
export async function insertRelations(tx: Db, rows: readonly RelationRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const inserted = await tx
    .insertInto('relations')
    .values(rows)
    .onConflict((c) => c.columns(['from_kind', 'from_id', 'to_kind', 'to_id', 'relation_kind']).doNothing())
    .returning('id')
    .execute()
  return new Set(inserted.map(({ id }) => id))
}

/** All relations of a kind, as edges. */
export function selectEdgesOf(tx: Db, kind: string) {
  return tx
    .selectFrom('relations')
    .select(['from_kind', 'from_id', 'to_kind', 'to_id'])
    .where('relation_kind', '=', kind)
    .execute()
}
