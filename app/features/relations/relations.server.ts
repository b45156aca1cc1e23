import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, invalid, notAllowed, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { RelationHistoryRow, RelationRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { holdKind, kindSaid, relationKinds } from './kinds/kinds.server.ts'
import type { RelationKind } from './kinds/relation-kind.ts'
import { isSameNode, type NamedNode, type Node, nodeKey } from './node.ts'
import { EdgeChanges, keepEnds, nodesByKeys } from './nodes/nodes.server.ts'
import { mayChange, ordered, RelationDraft, RelationEdit } from './relation.ts'
import * as queries from './relations.queries.server.ts'

/** Says that one node has a relation to another, and why; gives its id, or that of the same said already. Refuses what a thing would say of itself, and circles where the kind has none. */
export async function relate(db: Db, member: Member, draft: RelationDraft): Promise<{ id: string; isNew: boolean }> {
  const given = parse(RelationDraft, draft)
  return inTransaction(db, async (tx) => {
    const { kind, isInverse } = kindSaid(await relationKinds(tx), given.kind)
    if (isSameNode(given.from, given.to)) throw invalid({ to: 'Nothing has a relation to itself: choose another.' })
    const [one, other] = await keepEnds(tx, given.from, given.to)
    const [from, to] = ordered(kind.isSymmetric, ...(isInverse ? ([other, one] as const) : ([one, other] as const)))
    if (kind.isAcyclic) await refuseCircle(tx, kind, from, to)
    const row: RelationRow = {
      ...{ id: newId(), relation_kind: kind.id, why: given.why, member_id: member.id, created_at: now() },
      ...{ from_kind: from.kind, from_id: from.id, to_kind: to.kind, to_id: to.id },
    }
    if (!(await queries.insertRelation(tx, row))) return { id: await idOfSaid(tx, row), isNew: false }
    await keepMentions(tx, { kind: 'relation', id: row.id }, row.why)
    await countEnds(tx, row, 1)
    await noteEnds(tx, row)
    await record(tx, member, 'relation.said', { kind: 'relation', id: row.id })
    return { id: row.id, isNew: true }
  })
}

async function idOfSaid(tx: Db, row: RelationRow): Promise<string> {
  const there = await queries.selectBetween(tx, row)
  if (!there) throw conflict('The same was said, and withdrawn at this moment: say it again.')
  return there.id
}

async function refuseCircle(tx: Db, kind: RelationKind, from: NamedNode, to: NamedNode) {
  await holdKind(tx, kind.id)
  const way = await queries.selectWay(tx, kind.id, to, from)
  if (!way) return
  const shown = way.length > 6 ? [...way.slice(0, 3), null, ...way.slice(-2)] : way
  const names = await nodesByKeys(tx, way)
  const said = [from.name, ...shown.map((node) => (node ? names.get(nodeKey(node))?.name : '…'))]
  throw conflict(`“${kind.name}” may not lead in a circle, and this one would: ${said.join(' → ')}.`, { circle: way })
}

/** Whether a relation of a kind that has none would close a circle; until the transaction ends nobody else writes one of the kind. */
export async function wouldCircle(tx: Db, kind: RelationKind, from: Node, to: Node): Promise<boolean> {
  await holdKind(tx, kind.id)
  return (await queries.selectWay(tx, kind.id, to, from)) !== null
}

/** Writes down anew why one node has a relation to another; what was written is kept. */
export async function editRelation(db: Db, member: Member, id: string, edit: RelationEdit) {
  const { why } = parse(RelationEdit, edit)
  await inTransaction(db, async (tx) => {
    const row = await heldToChange(tx, member, id)
    if (row.why === why) return
    await queries.insertHistory(tx, becoming(row, member, 'edited'))
    await queries.updateWhy(tx, id, why)
    await keepMentions(tx, { kind: 'relation', id }, why)
    await noteEnds(tx, row)
    await record(tx, member, 'relation.edited', { kind: 'relation', id })
  })
}

/** Takes back that one node has a relation to another. Its page stays, with the thread. */
export async function withdrawRelation(db: Db, member: Member, id: string) {
  await inTransaction(db, async (tx) => {
    const row = await heldToChange(tx, member, id)
    await queries.insertHistory(tx, becoming(row, member, 'withdrawn'))
    await queries.deleteRelation(tx, id)
    await keepMentions(tx, { kind: 'relation', id })
    await countEnds(tx, row, -1)
    await noteEnds(tx, row)
    await record(tx, member, 'relation.withdrawn', { kind: 'relation', id })
  })
}

async function heldToChange(tx: Db, member: Member, id: string): Promise<RelationRow> {
  const row = await queries.selectHeld(tx, id)
  if (!row) {
    const [last] = await queries.selectHistory(tx, id)
    throw last ? conflict('This relation stands no longer.') : notFound('relation')
  }
  if (!mayChange(member, { byId: row.member_id }))
    throw notAllowed('Only who said a relation, and moderators, edit or withdraw it. Dispute it in its thread.')
  return row
}

/** What the history keeps of a relation before it changes. */
export function becoming(
  row: RelationRow,
  member: Member,
  change: RelationHistoryRow['change'],
  moved: Pick<RelationHistoryRow, 'moved_from' | 'moved_into'> = { moved_from: null, moved_into: null },
): RelationHistoryRow {
  const { relation_kind, from_kind, from_id, to_kind, to_id, why } = row
  return {
    ...{ id: newId(), relation_id: row.id, relation_kind, from_kind, from_id, to_kind, to_id, why },
    ...{ said_by: row.member_id, said_at: row.created_at, change, ...moved, undone: 0 },
    ...{ member_id: member.id, changed_at: now() },
  }
}

type Edge = Pick<RelationRow, 'from_kind' | 'from_id' | 'to_kind' | 'to_id'>

export const fromOf = (row: Edge): Node => ({ kind: row.from_kind, id: row.from_id })
export const toOf = (row: Edge): Node => ({ kind: row.to_kind, id: row.to_id })

async function countEnds(tx: Db, row: Edge, by: 1 | -1) {
  const changes = new EdgeChanges()
  for (const node of [fromOf(row), toOf(row)]) changes.add(node, by)
  await changes.write(tx)
}

/** Pages that show either end are stale. */
export async function noteEnds(tx: Db, row: Edge) {
  for (const node of [fromOf(row), toOf(row)]) await touch(tx, node)
}
