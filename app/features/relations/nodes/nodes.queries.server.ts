import { sql } from 'kysely'
import { inBatches } from '#app/lib/batches.ts'
import { keptFor } from '#db/held.ts'
import type { Db } from '#db/open.ts'
import type { NodeKind } from '#db/tables.ts'
import type { Group } from '../node.ts'
import { type NodeSource, nodeSources } from './node-sources.ts'

export interface NodeFound {
  kind: NodeKind
  id: string
  group: Group
  name: string
  definition: string
  /** 1 unless it was merged or may not be shown. */
  stands: number
  merged_into: string | null
}

const leadsTo = { concept: true, framing: true, label: true, claim: false, collection: false }

/** The nodes of a kind among these ids, merged ones too. */
export function selectNodes(db: Db, kind: NodeKind, ids: readonly string[]): Promise<NodeFound[]> {
  const { table, group, name, definition, stands } = nodeSources.find((one) => one.kind === kind) as NodeSource
  const columns = `t.id, ${group} as "group", ${name} as name, ${definition} as definition,
    case when ${stands} then 1 else 0 end as stands, ${leadsTo[kind] ? 't.merged_into' : 'null'} as merged_into`
  return inBatches(ids, async (batch) => {
    const { rows } = await sql<NodeFound>`select ${sql.lit(kind)} as kind, ${sql.raw(columns)}
      from ${sql.table(table)} t where t.id in (${sql.join(batch)})`.execute(db)
    return rows
  })
}

/** Keeps nodes of a kind from being merged until the transaction ends; many may do so at once. */
export async function selectKept(tx: Db, kind: NodeKind, ids: string[]) {
  await tx
    .selectFrom(`${kind}s` as 'labels')
    .select('id')
    .where('id', 'in', ids)
    .orderBy('id')
    .$call(keptFor(tx))
    .execute()
}

/** Adds to the numbers of relations, in the order of the nodes. */
export async function upsertEdges(tx: Db, changes: readonly { kind: NodeKind; id: string; edges: number }[]) {
  await inBatches(changes, async (batch) => {
    await tx
      .insertInto('nodes')
      .values(batch)
      .onConflict((c) =>
        c.columns(['kind', 'id']).doUpdateSet((e) => ({ edges: e('nodes.edges', '+', e.ref('excluded.edges')) })),
      )
      .execute()
    return []
  })
}

export async function selectEdges(db: Db, kind: NodeKind, id: string): Promise<number> {
  const row = await db
    .selectFrom('nodes')
    .select('edges')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.edges ?? 0
}
