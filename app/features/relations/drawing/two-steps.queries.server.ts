import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { Group, Node, NodeKind } from '../node.ts'
import { namedPairs } from '../nodes/node-sources.ts'

export interface ReachedRow {
  kind: NodeKind
  id: string
  grp: Group
  name: string
  edges: number
  /** How many relations it has with what is a step nearer. */
  n: number
  /** How many of its step there are. */
  total: number
}

/** What these nodes have relations with, leaving some out: those with most relations to them first, then with most in all. */
export async function selectReached(db: Db, from: readonly Node[], except: readonly Node[], most: number) {
  const keys = (nodes: readonly Node[]) => sql.join(nodes.map(({ kind, id }) => sql`(${kind}, ${id})`))
  const { rows } = await sql<ReachedRow>`with pairs as (
      select kind, id, count(*) as n from (
        select to_kind as kind, to_id as id from relations where (from_kind, from_id) in (values ${keys(from)})
        union all
        select from_kind, from_id from relations where (to_kind, to_id) in (values ${keys(from)})
      ) ends where (kind, id) not in (values ${keys(except)}) group by kind, id
    )
    select named.*, count(*) over () as total from (${sql.raw(namedPairs(db))}) named
    order by n desc, edges desc, sorted, kind, id limit ${most}`.execute(db)
  return rows
}

export interface LinkRow {
  id: string
  from_kind: NodeKind
  from_id: string
  to_kind: NodeKind
  to_id: string
  name: string
}

/** The relations among these nodes, the first said first. */
export async function selectAmong(db: Db, nodes: readonly Node[]): Promise<LinkRow[]> {
  const keys = sql.join(nodes.map(({ kind, id }) => sql`(${kind}, ${id})`))
  const { rows } = await sql<LinkRow>`select r.id, r.from_kind, r.from_id, r.to_kind, r.to_id, k.name
    from relations r join relation_kinds k on k.id = r.relation_kind
    where (r.from_kind, r.from_id) in (values ${keys}) and (r.to_kind, r.to_id) in (values ${keys})
    order by r.created_at, r.id`.execute(db)
  return rows
}
