import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { NodeSource } from '../nodes/node-sources.ts'

export interface WholeNode {
  id: string
  grp: string
  name: string
  definition: string
}

/** Nodes of a kind after one of them, by id: all concepts, of the others those with relations. */
export async function selectNodesAfter(db: Db, source: NodeSource, after: string, most: number): Promise<WholeNode[]> {
  const { kind, table, group, name, definition, stands } = source
  const columns = `t.id, ${group} as grp, ${name} as name, ${definition} as definition`
  const isRelated = sql`exists (select 1 from nodes where nodes.kind = ${sql.lit(kind)} and nodes.id = t.id and edges > 0)`
  const { rows } = await sql<WholeNode>`select ${sql.raw(columns)} from ${sql.table(table)} t
    where t.id > ${after} and ${sql.raw(stands)} and ${kind === 'concept' ? sql`1 = 1` : isRelated}
    order by t.id limit ${most}`.execute(db)
  return rows
}

/** Relations after one of them, by id. */
export function selectRelationsAfter(db: Db, after: string, most: number) {
  return db
    .selectFrom('relations as r')
    .innerJoin('relation_kinds as k', 'k.id', 'r.relation_kind')
    .innerJoin('members as m', 'm.id', 'r.member_id')
    .selectAll('r')
    .select(['k.name', 'm.handle'])
    .where('r.id', '>', after)
    .orderBy('r.id')
    .limit(most)
    .execute()
}
