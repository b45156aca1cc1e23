import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { RelationHistoryRow, RelationRow } from '#db/tables.ts'
import type { Node } from '../node.ts'

/** Every relation of these nodes, held, in one order. */
export function selectHeldOf(tx: Db, nodes: readonly Node[]): Promise<RelationRow[]> {
  return tx
    .selectFrom('relations')
    .selectAll()
    .where((e) =>
      e.or(
        nodes.flatMap(({ kind, id }) => [
          e.and([e('from_kind', '=', kind), e('from_id', '=', id)]),
          e.and([e('to_kind', '=', kind), e('to_id', '=', id)]),
        ]),
      ),
    )
    .orderBy('id')
    .$call(held(tx))
    .execute()
}

type Ends = Pick<RelationRow, 'from_kind' | 'from_id' | 'to_kind' | 'to_id'>

export async function updateEnds(tx: Db, id: string, { from_kind, from_id, to_kind, to_id }: Ends) {
  await tx.updateTable('relations').set({ from_kind, from_id, to_kind, to_id }).where('id', '=', id).execute()
}

export async function deleteMoved(tx: Db, id: string) {
  await tx.deleteFrom('relations').where('id', '=', id).execute()
}

export async function insertChange(tx: Db, row: RelationHistoryRow) {
  await tx.insertInto('relation_history').values(row).execute()
}

/** What a merge moved and dropped, and was not taken back; the last first. */
export function selectMovedBy(tx: Db, fromId: string, intoId: string): Promise<RelationHistoryRow[]> {
  return tx
    .selectFrom('relation_history')
    .selectAll()
    .where('moved_from', '=', fromId)
    .where('moved_into', '=', intoId)
    .where('undone', '=', 0)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function selectStanding(tx: Db, id: string): Promise<RelationRow | undefined> {
  return tx.selectFrom('relations').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

/** Why a relation stands no longer. */
export function selectLastChange(tx: Db, relationId: string) {
  return tx
    .selectFrom('relation_history')
    .select(['change', 'why'])
    .where('relation_id', '=', relationId)
    .where('undone', '=', 0)
    .where('change', 'in', ['withdrawn', 'dropped'])
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

export async function updateUndone(tx: Db, id: string) {
  await tx.updateTable('relation_history').set({ undone: 1 }).where('id', '=', id).execute()
}

/** Puts a relation back; not where the same was said meanwhile. */
export async function insertAgain(tx: Db, row: RelationRow): Promise<boolean> {
  const result = await tx
    .insertInto('relations')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return isInserted(result)
}
