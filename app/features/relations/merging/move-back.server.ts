import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import type { RelationHistoryRow, RelationRow } from '#db/tables.ts'
import { relationKinds } from '../kinds/kinds.server.ts'
import type { RelationKind } from '../kinds/relation-kind.ts'
import { isSameNode, type Node, type NodeKind, nodeKey } from '../node.ts'
import { EdgeChanges, nodesByKeys } from '../nodes/nodes.server.ts'
import { ordered } from '../relation.ts'
import { fromOf, toOf, wouldCircle } from '../relations.server.ts'
import * as queries from './move.queries.server.ts'
import { withEnds } from './move-relations.server.ts'

/** Gives a node whose merge is taken back its relations again, those that were dropped too; what was withdrawn since stays so. */
export async function moveRelationsBack(tx: Db, kind: NodeKind, fromId: string, intoId: string) {
  const [from, into]: [Node, Node] = [
    { kind, id: fromId },
    { kind, id: intoId },
  ]
  const kinds = new Map((await relationKinds(tx)).map((one) => [one.id, one]))
  const edges = new EdgeChanges()
  for (const was of await queries.selectMovedBy(tx, fromId, intoId)) {
    const way = kinds.get(was.relation_kind) as RelationKind
    const standing = await queries.selectStanding(tx, was.relation_id)
    if (standing) await sendBack(tx, edges, standing, was, { from, into, way })
    else await sayAgain(tx, edges, was, { from, way })
    await queries.updateUndone(tx, was.id)
  }
  for (const node of [from, into]) await touch(tx, node)
  await edges.write(tx)
}

interface Back {
  from: Node
  way: RelationKind
}

/** A relation that was moved gets its end back, unless another merge took that on since. */
async function sendBack(
  tx: Db,
  edges: EdgeChanges,
  standing: RelationRow,
  was: RelationHistoryRow,
  { from, into, way }: Back & { into: Node },
) {
  const ends = [fromOf(standing), toOf(standing)]
  const other = ends.find((end) => !isSameNode(end, into))
  if (!other || ends.every((end) => !isSameNode(end, into))) return
  const back = endsBack(standing, was, from, other, way)
  await queries.updateEnds(tx, standing.id, back)
  edges.add(into, -1)
  edges.add(from, 1)
  await touch(tx, other)
}

/** A relation that a merge dropped, this one or a later one, is said again; not in a circle that was closed meanwhile. */
async function sayAgain(tx: Db, edges: EdgeChanges, was: RelationHistoryRow, { from, way }: Back) {
  const last = await queries.selectLastChange(tx, was.relation_id)
  if (last?.change !== 'dropped') return
  const other = await whereLed(tx, isSameNode(fromOf(was), from) ? toOf(was) : fromOf(was))
  const said = { id: was.relation_id, relation_kind: was.relation_kind, why: last.why }
  const row = endsBack(
    { ...said, ...endsOf(was), member_id: was.said_by, created_at: was.said_at },
    was,
    from,
    other,
    way,
  )
  if (isSameNode(fromOf(row), toOf(row))) return
  if (way.isAcyclic && (await wouldCircle(tx, way, fromOf(row), toOf(row)))) return
  if (!(await queries.insertAgain(tx, row))) return
  for (const end of [from, other]) edges.add(end, 1)
  await touch(tx, other)
}

const endsOf = ({ from_kind, from_id, to_kind, to_id }: RelationHistoryRow) => ({ from_kind, from_id, to_kind, to_id })

function endsBack(row: RelationRow, was: RelationHistoryRow, from: Node, other: Node, way: RelationKind): RelationRow {
  const isFirst = isSameNode(fromOf(was), from)
  return withEnds(row, ...ordered(way.isSymmetric, isFirst ? from : other, isFirst ? other : from))
}

async function whereLed(tx: Db, node: Node): Promise<Node> {
  const into = (await nodesByKeys(tx, [node])).get(nodeKey(node))?.merged_into
  return into ? { kind: node.kind, id: into } : node
}
