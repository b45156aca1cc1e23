import type { Member } from '#app/features/accounts/member.ts'
import { record, touchAll } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import type { RelationRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { holdKind } from '../kinds/kinds.server.ts'
import type { RelationKind } from '../kinds/relation-kind.ts'
import { isSameNode, type Node, nodeKey } from '../node.ts'
import { EdgeChanges, keepStanding } from '../nodes/nodes.server.ts'
import { ordered } from '../relation.ts'
import { fromOf, toOf } from '../relations.server.ts'
import { AcyclicOrder } from './acyclic-order.ts'
import * as queries from './bring.queries.server.ts'

/** A relation that an import brings; its kind and line were read before. */
export interface Brought {
  kind: RelationKind
  from: Node
  to: Node
  why: string
}

/** What became of it: new, there already, or why it was refused. */
export type Outcome = 'created' | 'existing' | { reason: string }

/** Says many relations, batch by batch, each in one transaction and few statements; refuses what `relate` does, but what is said already is only told. Keep one for a whole import: it remembers what leads where. */
export class RelationBringer {
  readonly #db: Db
  readonly #member: Member
  readonly #orders = new Map<string, { changes: number; order: AcyclicOrder }>()

  constructor(db: Db, member: Member) {
    this.#db = db
    this.#member = member
  }

  /** In the order given. */
  async bring(batch: readonly Brought[]): Promise<Outcome[]> {
    try {
      return await inTransaction(this.#db, (tx) => this.#say(tx, batch))
    } catch (error) {
      // What the transaction would have added to the orders is not there.
      this.#orders.clear()
      throw error
    }
  }

  async #say(tx: Db, batch: readonly Brought[]): Promise<Outcome[]> {
    const standing = await keepStanding(
      tx,
      batch.flatMap(({ from, to }) => [from, to]),
    )
    const orders = await this.#ordersFor(tx, batch)
    const outcomes: (Outcome | RelationRow)[] = batch.map((one) => this.#rowOf(one, standing, orders))
    const rows = outcomes.filter((one): one is RelationRow => typeof one === 'object' && 'id' in one)
    const inserted = await queries.insertRelations(tx, rows)
    await this.#note(
      tx,
      rows.filter(({ id }) => inserted.has(id)),
    )
    return outcomes.map((one) => {
      if (typeof one !== 'object' || !('id' in one)) return one
      return inserted.has(one.id) ? 'created' : 'existing'
    })
  }

  #rowOf(one: Brought, standing: ReadonlySet<string>, orders: Map<string, AcyclicOrder>): Outcome | RelationRow {
    const { kind, why } = one
    if (isSameNode(one.from, one.to)) return { reason: 'to: Nothing has a relation to itself.' }
    const [from, to] = ordered(kind.isSymmetric, one.from, one.to)
    for (const end of [from, to])
      if (!standing.has(nodeKey(end))) return { reason: `The ${end.kind} ${end.id} is not on the map any more.` }
    const order = orders.get(kind.id)
    if (order?.has(nodeKey(from), nodeKey(to))) return 'existing'
    if (order && !order.add(nodeKey(from), nodeKey(to)))
      return { reason: `relation: “${kind.name}” may not lead in a circle, and this one would.` }
    return {
      ...{ id: newId(), relation_kind: kind.id, why, member_id: this.#member.id, created_at: now() },
      ...{ from_kind: from.kind, from_id: from.id, to_kind: to.kind, to_id: to.id },
    }
  }

  /** What leads where, of the kinds of a batch that have no circles: as it was remembered, or read anew where somebody else wrote meanwhile. */
  async #ordersFor(tx: Db, batch: readonly Brought[]): Promise<Map<string, AcyclicOrder>> {
    const kinds = [...new Set(batch.filter(({ kind }) => kind.isAcyclic).map(({ kind }) => kind.id))].sort()
    const orders = new Map<string, AcyclicOrder>()
    for (const kind of kinds) {
      const changes = await holdKind(tx, kind)
      const known = this.#orders.get(kind)
      const order = known?.changes === changes - 1 ? known.order : await readOrder(tx, kind)
      this.#orders.set(kind, { changes, order })
      orders.set(kind, order)
    }
    return orders
  }

  async #note(tx: Db, rows: readonly RelationRow[]) {
    const [first] = rows
    if (!first) return
    const ends = rows.flatMap((row) => [fromOf(row), toOf(row)])
    const edges = new EdgeChanges()
    for (const end of ends) edges.add(end, 1)
    await edges.write(tx)
    await touchAll(tx, ends)
    await record(tx, this.#member, 'relations.brought', { kind: 'relation', id: first.id })
  }
}

async function readOrder(tx: Db, kind: string): Promise<AcyclicOrder> {
  const order = new AcyclicOrder()
  for (const row of await queries.selectEdgesOf(tx, kind)) order.add(nodeKey(fromOf(row)), nodeKey(toOf(row)))
  return order
}
