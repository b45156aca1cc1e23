import { inBatches } from '#app/lib/batches.ts'
import type { Db } from '#db/open.ts'
import type { NearDismissalRow, NearNodeRow, NearRunRow } from '#db/tables.ts'
import type { Node } from '../node.ts'

export function selectRun(db: Db): Promise<NearRunRow | undefined> {
  return db.selectFrom('near_runs').selectAll().where('id', '=', 1).executeTakeFirst()
}

export async function upsertRun(tx: Db, run: Omit<NearRunRow, 'id'>) {
  await tx
    .insertInto('near_runs')
    .values({ id: 1, ...run })
    .onConflict((c) => c.column('id').doUpdateSet(run))
    .execute()
}

export function selectAllNear(db: Db): Promise<NearNodeRow[]> {
  return db.selectFrom('near_nodes').selectAll().execute()
}

export async function upsertNear(tx: Db, rows: readonly NearNodeRow[]) {
  await tx
    .insertInto('near_nodes')
    .values([...rows])
    .onConflict((c) => c.columns(['kind', 'id']).doUpdateSet((e) => ({ nearest: e.ref('excluded.nearest') })))
    .execute()
}

export async function deleteNear(tx: Db, nodes: readonly Node[]) {
  for (const [kind, some] of Map.groupBy(nodes, (node) => node.kind))
    await inBatches(some, async (batch) => {
      const ids = batch.map(({ id }) => id)
      await tx.deleteFrom('near_nodes').where('kind', '=', kind).where('id', 'in', ids).execute()
      return []
    })
}

export function selectNear(db: Db, { kind, id }: Node): Promise<NearNodeRow | undefined> {
  return db.selectFrom('near_nodes').selectAll().where('kind', '=', kind).where('id', '=', id).executeTakeFirst()
}

/** The nodes among these that the node has a relation with. */
export async function selectRelated(db: Db, { kind, id }: Node, others: readonly Node[]): Promise<Node[]> {
  const ids = others.map((other) => other.id)
  const to = await db
    .selectFrom('relations')
    .select(['to_kind as kind', 'to_id as id'])
    .where('from_kind', '=', kind)
    .where('from_id', '=', id)
    .where('to_id', 'in', ids)
    .execute()
  const from = await db
    .selectFrom('relations')
    .select(['from_kind as kind', 'from_id as id'])
    .where('to_kind', '=', kind)
    .where('to_id', '=', id)
    .where('from_id', 'in', ids)
    .execute()
  return [...to, ...from]
}

/** What was dismissed beside a node, on either side, the newest first. */
export function selectDismissed(db: Db, { kind, id }: Node) {
  return db
    .selectFrom('near_dismissals as d')
    .innerJoin('members', 'members.id', 'd.member_id')
    .selectAll('d')
    .select('handle')
    .where((e) =>
      e.or([
        e.and([e('one_kind', '=', kind), e('one_id', '=', id)]),
        e.and([e('other_kind', '=', kind), e('other_id', '=', id)]),
      ]),
    )
    .orderBy('dismissed_at', 'desc')
    .execute()
}

export async function insertDismissal(tx: Db, row: NearDismissalRow) {
  await tx
    .insertInto('near_dismissals')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute()
}

type Pair = Pick<NearDismissalRow, 'one_kind' | 'one_id' | 'other_kind' | 'other_id'>

export async function deleteDismissal(tx: Db, pair: Pair) {
  await tx
    .deleteFrom('near_dismissals')
    .where('one_kind', '=', pair.one_kind)
    .where('one_id', '=', pair.one_id)
    .where('other_kind', '=', pair.other_kind)
    .where('other_id', '=', pair.other_id)
    .execute()
}
