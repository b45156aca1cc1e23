import type { Db } from '#db/open.ts'
import type { ConceptMergeRow } from '#db/tables.ts'

/** A concept leads to another from now on, and so does all that leads to it. */
export async function updateMerged(tx: Db, fromId: string, intoId: string) {
  await tx.updateTable('concepts').set({ merged_next: intoId }).where('id', '=', fromId).execute()
  await tx
    .updateTable('concepts')
    .set({ merged_into: intoId })
    .where((e) => e.or([e('id', '=', fromId), e('merged_into', '=', fromId)]))
    .execute()
}

export async function updateParted(tx: Db, id: string) {
  await tx.updateTable('concepts').set({ merged_into: null, merged_next: null }).where('id', '=', id).execute()
}

/** The concepts that were merged into these themselves. */
export async function selectMergedNext(tx: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.selectFrom('concepts').select('id').where('merged_next', 'in', ids).execute()
  return rows.map(({ id }) => id)
}

export async function updateMergedInto(tx: Db, ids: readonly string[], intoId: string) {
  await tx.updateTable('concepts').set({ merged_into: intoId }).where('id', 'in', ids).execute()
}

export async function insertMerge(tx: Db, row: ConceptMergeRow) {
  await tx.insertInto('concept_merges').values(row).execute()
}

/** Of a concept and of what leads to it, the newest first. */
export function selectMerges(db: Db, conceptId: string) {
  return db
    .selectFrom('concept_merges as m')
    .innerJoin('concepts as c', 'c.id', 'm.concept_id')
    .innerJoin('concepts as o', 'o.id', 'm.other_id')
    .innerJoin('members', 'members.id', 'm.member_id')
    .select(['m.id', 'm.kind', 'm.concept_id', 'm.other_id', 'm.why', 'm.at'])
    .select(['c.name', 'o.name as other_name', 'members.handle'])
    .where((e) => e.or([e('m.concept_id', '=', conceptId), e('m.other_id', '=', conceptId)]))
    .orderBy('m.at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(100)
    .execute()
}
