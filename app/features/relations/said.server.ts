import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { relationKinds } from './kinds/kinds.server.ts'
import type { RelationKind } from './kinds/relation-kind.ts'
import { type NamedNode, type Node, nodeKey } from './node.ts'
import { namedOf, nodesByKeys } from './nodes/nodes.server.ts'
import type { Relation } from './relation.ts'
import * as queries from './relations.queries.server.ts'
import { fromOf, toOf } from './relations.server.ts'

type Was = Awaited<ReturnType<typeof queries.selectHistory>>[number]

/** A change of a relation: what was said until then, and who changed it. */
export interface RelationChange {
  id: string
  change: Was['change']
  /** The merge that moved or dropped it was taken back. */
  isUndone: boolean
  from: NamedNode | null
  to: NamedNode | null
  why: string
  handle: string
  at: number
}

export interface RelationPage extends Relation {
  history: RelationChange[]
  /** Of one that stands no longer: the same, said again. */
  again: string | null
}

/** A relation as it stands, or as it last stood, with what became of it. */
export async function findRelation(db: Db, id: string): Promise<RelationPage> {
  const history = await queries.selectHistory(db, id)
  const standing = await queries.selectRelation(db, id)
  const last = history[0]
  const row = standing ?? last
  if (!row) throw notFound('relation')
  const names = await nodesByKeys(
    db,
    [row, ...history].flatMap((one) => [fromOf(one), toOf(one)]),
  )
  const nameOf = (node: Node) => {
    const found = names.get(nodeKey(node))
    return found && (found.stands || found.merged_into) ? namedOf(found) : null
  }
  const [from, to] = [nameOf(fromOf(row)), nameOf(toOf(row))]
  if (!from || !to) throw notFound('relation')
  const kind = (await relationKinds(db)).find((one) => one.id === row.relation_kind) as RelationKind
  const said = standing
    ? { by: standing.handle, byId: standing.member_id, at: standing.created_at }
    : { by: last?.said_handle ?? '', byId: last?.said_by ?? '', at: last?.said_at ?? 0 }
  return {
    ...{ id, kind: kind.id, reads: kind.name, readsBack: kind.inverse, from, to, why: row.why },
    ...{
      ...said,
      at: Number(said.at),
      state: standing ? 'said' : last?.change === 'dropped' ? 'dropped' : 'withdrawn',
    },
    history: history.map((was) => changeOf(was, nameOf)),
    again: standing ? null : ((await queries.selectBetween(db, row))?.id ?? null),
  }
}

const changeOf = (was: Was, nameOf: (node: Node) => NamedNode | null): RelationChange => ({
  ...{ id: was.id, change: was.change, isUndone: was.undone === 1, why: was.why },
  ...{ from: nameOf(fromOf(was)), to: nameOf(toOf(was)), handle: was.handle, at: Number(was.changed_at) },
})
