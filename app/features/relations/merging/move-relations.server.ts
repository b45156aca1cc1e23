import type { Member } from '#app/features/accounts/member.ts'
import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import type { RelationRow } from '#db/tables.ts'
import { relationKinds } from '../kinds/kinds.server.ts'
import type { RelationKind } from '../kinds/relation-kind.ts'
import { isSameNode, type Node, type NodeKind, nodeKey } from '../node.ts'
import { EdgeChanges } from '../nodes/nodes.server.ts'
import { ordered } from '../relation.ts'
import { becoming, fromOf, toOf, wouldCircle } from '../relations.server.ts'
import * as queries from './move.queries.server.ts'

/** Moves the relations of a node that was just merged to that into which it was; whoever merges holds both. What would be said twice, of a thing itself or in a circle is dropped into the history. */
export async function moveRelations(tx: Db, member: Member, kind: NodeKind, fromId: string, intoId: string) {
  const [from, into]: Node[] = [
    { kind, id: fromId },
    { kind, id: intoId },
  ]
  const move = { moved_from: fromId, moved_into: intoId }
  const kinds = new Map((await relationKinds(tx)).map((one) => [one.id, one]))
  const rows = await queries.selectHeldOf(tx, [from as Node, into as Node])
  const isTouching = (row: RelationRow) => [fromOf(row), toOf(row)].some((end) => isSameNode(end, from as Node))
  const said = new Set(rows.filter((row) => !isTouching(row)).map(saidKey))
  const edges = new EdgeChanges()
  for (const row of rows.filter(isTouching)) {
    const moved = movedEnds(row, from as Node, into as Node, kinds.get(row.relation_kind) as RelationKind)
    for (const end of [fromOf(row), toOf(row)]) await leave(tx, edges, end)
    await queries.deleteMoved(tx, row.id)
    const isDropped = await hasNoPlace(tx, moved, said, kinds.get(row.relation_kind) as RelationKind)
    await queries.insertChange(tx, becoming(row, member, isDropped ? 'dropped' : 'moved', move))
    if (isDropped) continue
    said.add(saidKey(moved))
    await queries.insertAgain(tx, moved)
    for (const end of [fromOf(moved), toOf(moved)]) edges.add(end, 1)
  }
  await touch(tx, into as Node)
  await edges.write(tx)
}

async function leave(tx: Db, edges: EdgeChanges, end: Node) {
  edges.add(end, -1)
  await touch(tx, end)
}

const saidKey = (row: RelationRow) => `${row.relation_kind} ${nodeKey(fromOf(row))} ${nodeKey(toOf(row))}`

/** The relation with one node in the place of another. */
function movedEnds(row: RelationRow, from: Node, into: Node, { isSymmetric }: RelationKind): RelationRow {
  const [one, other] = [fromOf(row), toOf(row)].map((end) => (isSameNode(end, from) ? into : end)) as [Node, Node]
  return withEnds(row, ...ordered(isSymmetric, one, other))
}

export const withEnds = (row: RelationRow, from: Node, to: Node): RelationRow => {
  return { ...row, from_kind: from.kind, from_id: from.id, to_kind: to.kind, to_id: to.id }
}

async function hasNoPlace(tx: Db, row: RelationRow, said: Set<string>, kind: RelationKind): Promise<boolean> {
  if (isSameNode(fromOf(row), toOf(row)) || said.has(saidKey(row))) return true
  return kind.isAcyclic && wouldCircle(tx, kind, fromOf(row), toOf(row))
}
