import { conflict, invalid, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { type NamedNode, type Node, nodeKey, nodePath } from '../node.ts'
import * as queries from './nodes.queries.server.ts'

export type { NodeFound } from './nodes.queries.server.ts'

/** What nodes are and are called, by `nodeKey`, merged ones too; those that are not there are left out. */
export async function nodesByKeys(db: Db, nodes: readonly Node[]): Promise<Map<string, queries.NodeFound>> {
  const found = new Map<string, queries.NodeFound>()
  for (const [kind, some] of Map.groupBy(nodes, (node) => node.kind)) {
    const ids = [...new Set(some.map(({ id }) => id))]
    for (const row of await queries.selectNodes(db, kind, ids)) found.set(nodeKey(row), row)
  }
  return found
}

export const namedOf = ({ kind, id, group, name }: queries.NodeFound): NamedNode => ({ kind, id, group, name })

/** A node that an address names; one that was merged is found where it leads. */
export async function findNode(db: Db, node: Node): Promise<NamedNode> {
  const found = (await nodesByKeys(db, [node])).get(nodeKey(node))
  if (found?.merged_into) return findNode(db, { kind: node.kind, id: found.merged_into })
  if (!found?.stands) throw notFound(node.kind)
  return namedOf(found)
}

/** How many relations a node has. */
export const edgesOf = (db: Db, { kind, id }: Node) => queries.selectEdges(db, kind, id)

/** The two ends of a relation that is about to be said, kept from being merged until the transaction ends. */
export async function keepEnds(tx: Db, from: Node, to: Node): Promise<[NamedNode, NamedNode]> {
  const ends = { from, to }
  for (const [kind, some] of [...Map.groupBy([from, to], (node) => node.kind)].sort())
    await queries.selectKept(
      tx,
      kind,
      some.map(({ id }) => id),
    )
  const found = await nodesByKeys(tx, [from, to])
  for (const [field, node] of Object.entries(ends)) refuseUnlessStanding(field, node, found.get(nodeKey(node)))
  return [from, to].map((node) => namedOf(found.get(nodeKey(node)) as queries.NodeFound)) as [NamedNode, NamedNode]
}

/** Keeps nodes from being merged until the transaction ends; answers the keys of those that stand. */
export async function keepStanding(tx: Db, nodes: readonly Node[]): Promise<Set<string>> {
  for (const [kind, some] of [...Map.groupBy(nodes, (node) => node.kind)].sort())
    await queries.selectKept(tx, kind, [...new Set(some.map(({ id }) => id))])
  const found = await nodesByKeys(tx, nodes)
  return new Set([...found].filter(([, { stands }]) => stands).map(([key]) => key))
}

function refuseUnlessStanding(field: string, node: Node, found: queries.NodeFound | undefined) {
  if (found?.merged_into) {
    const movedTo = nodePath({ kind: node.kind, id: found.merged_into })
    throw conflict(`“${found.name}” was merged into another: choose that one.`, { movedTo })
  }
  if (!found) throw invalid({ [field]: `There is no such ${node.kind}.` })
  if (!found.stands) throw invalid({ [field]: notOnTheMap(node) })
}

const notOnTheMap = ({ kind }: Node) =>
  kind === 'collection'
    ? 'An unlisted collection is found by its address only: it is not on the map.'
    : 'The framing of all propositions is built in: it is not on the map.'

/** Numbers of relations that change, to be written at once. */
export class EdgeChanges {
  readonly #by = new Map<string, Node & { edges: number }>()

  add(node: Node, by: 1 | -1) {
    const change = this.#by.get(nodeKey(node)) ?? { kind: node.kind, id: node.id, edges: 0 }
    change.edges += by
    this.#by.set(nodeKey(node), change)
  }

  async write(tx: Db) {
    const changes = [...this.#by].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, change]) => change)
    await queries.upsertEdges(
      tx,
      changes.filter(({ edges }) => edges !== 0),
    )
  }
}
