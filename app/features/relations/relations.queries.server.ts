import { sql } from 'kysely'
import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { RelationHistoryRow, RelationRow } from '#db/tables.ts'
import type { Node } from './node.ts'

/** Inserts unless it is said already; says whether it did. */
export async function insertRelation(tx: Db, row: RelationRow): Promise<boolean> {
  const result = await tx
    .insertInto('relations')
    .values(row)
    .onConflict((c) => c.columns(['from_kind', 'from_id', 'to_kind', 'to_id', 'relation_kind']).doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

type Ends = Pick<RelationRow, 'relation_kind' | 'from_kind' | 'from_id' | 'to_kind' | 'to_id'>

/** The relation of this kind between these ends. */
export function selectBetween(db: Db, ends: Ends) {
  return db
    .selectFrom('relations')
    .select('id')
    .where('relation_kind', '=', ends.relation_kind)
    .where('from_kind', '=', ends.from_kind)
    .where('from_id', '=', ends.from_id)
    .where('to_kind', '=', ends.to_kind)
    .where('to_id', '=', ends.to_id)
    .executeTakeFirst()
}

export function selectRelation(db: Db, id: string) {
  return db
    .selectFrom('relations')
    .innerJoin('members', 'members.id', 'relations.member_id')
    .selectAll('relations')
    .select('handle')
    .where('relations.id', '=', id)
    .executeTakeFirst()
}

export function selectHeld(tx: Db, id: string): Promise<RelationRow | undefined> {
  return tx.selectFrom('relations').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

export async function updateWhy(tx: Db, id: string, why: string) {
  await tx.updateTable('relations').set({ why }).where('id', '=', id).execute()
}

export async function deleteRelation(tx: Db, id: string) {
  await tx.deleteFrom('relations').where('id', '=', id).execute()
}

export async function insertHistory(tx: Db, row: RelationHistoryRow) {
  await tx.insertInto('relation_history').values(row).execute()
}

/** What became of a relation, the newest first. */
export function selectHistory(db: Db, relationId: string) {
  return db
    .selectFrom('relation_history as h')
    .innerJoin('members as said', 'said.id', 'h.said_by')
    .innerJoin('members', 'members.id', 'h.member_id')
    .selectAll('h')
    .select(['said.handle as said_handle', 'members.handle'])
    .where('relation_id', '=', relationId)
    .orderBy('changed_at', 'desc')
    .orderBy('h.id', 'desc')
    .execute()
}

/** The way from one node to another along relations of a kind, both ends included; null where there is none. In one statement; each node is looked at once. */
export async function selectWay(tx: Db, kind: string, from: Node, to: Node): Promise<Node[] | null> {
  const { rows } = await sql<{ kind: Node['kind']; id: string; from_kind: Node['kind']; from_id: string }>`
    with recursive reached (kind, id) as (
      select cast(${from.kind} as text), cast(${from.id} as text)
      union
      select r.to_kind, r.to_id from relations r join reached on r.from_kind = reached.kind and r.from_id = reached.id
        where r.relation_kind = ${kind}
    )
    select r.to_kind as kind, r.to_id as id, r.from_kind, r.from_id from relations r
      join reached on r.from_kind = reached.kind and r.from_id = reached.id
      where r.relation_kind = ${kind} and exists (select 1 from reached where kind = ${to.kind} and id = ${to.id})
      order by r.id`.execute(tx)
  return wayAlong(rows, from, to)
}

interface Step extends Node {
  from_kind: Node['kind']
  from_id: string
}

/** The shortest way along these steps. */
function wayAlong(steps: readonly Step[], from: Node, to: Node): Node[] | null {
  const keyOf = (kind: string, id: string) => `${kind} ${id}`
  const next = Map.groupBy(steps, ({ from_kind, from_id }) => keyOf(from_kind, from_id))
  const ways = new Map<string, Node[]>([[keyOf(from.kind, from.id), [from]]])
  for (const way of ways.values()) {
    const last = way.at(-1) as Node
    if (last.kind === to.kind && last.id === to.id) return way
    for (const { kind, id } of next.get(keyOf(last.kind, last.id)) ?? [])
      if (!ways.has(keyOf(kind, id))) ways.set(keyOf(kind, id), [...way, { kind, id }])
  }
  return null
}
