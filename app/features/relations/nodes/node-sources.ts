import { type Db, engineOf } from '#db/open.ts'
import type { NodeKind } from '#db/tables.ts'

/** Where the nodes of a kind are kept, in words that both engines read; the table is `t`. */
export interface NodeSource {
  kind: NodeKind
  table: `${NodeKind}s`
  group: string
  name: string
  /** What names are sorted by. */
  sorted: string
  definition: string
  /** Whether it stands for itself and may be shown: merged ones do not, nor do collections that are found by their address only. */
  stands: string
}

const isItself = 't.merged_into is null'

export const nodeSources: readonly NodeSource[] = [
  {
    ...{ kind: 'concept', table: 'concepts', group: 't.kind', name: 't.name', sorted: 't.name_key' },
    ...{ definition: 't.definition', stands: isItself },
  },
  {
    ...{ kind: 'claim', table: 'claims', group: "'claim'", name: 't.statement', sorted: 't.statement' },
    ...{ definition: 't.context', stands: '1 = 1' },
  },
  {
    ...{ kind: 'framing', table: 'framings', group: "'framing'", name: 't.name', sorted: 't.name' },
    ...{ definition: 't.definition', stands: `${isItself} and t.built_in = 0` },
  },
  {
    ...{ kind: 'label', table: 'labels', group: "'label'", name: 't.name', sorted: 't.name_key' },
    ...{ definition: 't.definition', stands: isItself },
  },
  {
    ...{ kind: 'collection', table: 'collections', group: "'collection'", name: 't.title', sorted: 't.title' },
    ...{ definition: 't.description', stands: "t.visibility = 'public'" },
  },
]

/** The statement that names the nodes of `pairs` (kind, id, n) which stand: with group, name, what they are sorted by, and number of relations. */
export function namedPairs(db: Db): string {
  const byCode = engineOf(db) === 'postgres' ? ' collate "C"' : ''
  return nodeSources
    .map(
      ({ kind, table, group, name, sorted, stands }) => `
      select p.kind, p.id, p.n, ${group} as grp, ${name} as name, ${sorted}${byCode} as sorted,
        coalesce(nodes.edges, 0) as edges
      from pairs p join ${table} t on t.id = p.id
      left join nodes on nodes.kind = p.kind and nodes.id = p.id
      where p.kind = '${kind}' and ${stands}`,
    )
    .join(' union all ')
}
