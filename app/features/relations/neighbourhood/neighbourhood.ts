import { type Group, groups, type NamedNode } from '../node.ts'

/** A relation as it reads from the node whose neighbourhood it is in. */
export interface Said {
  id: string
  kind: string
  reads: string
  why: string
  by: string
  at: number
  /** How many dispute it, or comment on it. */
  comments: number
}

export interface Neighbour {
  node: NamedNode
  /** How many relations it has in all. */
  edges: number
  relations: Said[]
}

/** Neighbours of one kind, by how many relations they have with the node, then with everything, then by name. */
export interface NeighbourGroup {
  group: Group
  /** How many there are; not all need be among the items. */
  count: number
  items: Neighbour[]
}

/** How many of a group are shown where there are more. */
export const mostOfGroup = 12

export interface NeighbourRow {
  kind: NamedNode['kind']
  id: string
  grp: Group
  name: string
  edges: number
  place: number
  total: number
  relation_id: string
  relation_kind: string
  reads: string
  why: string
  handle: string
  created_at: number
  comments: number | null
}

/** Neighbours of rows that hold one relation each, in their places. */
export function neighboursOf(rows: readonly NeighbourRow[]): Neighbour[] {
  const found = new Map<string, { place: number; neighbour: Neighbour }>()
  for (const row of rows) {
    const { kind, id, grp, name, edges, place } = row
    const key = `${kind} ${id}`
    const begun: Neighbour = { node: { kind, id, group: grp, name }, edges: Number(edges), relations: [] }
    const { neighbour } = found.get(key) ?? { neighbour: begun }
    neighbour.relations.push(saidOf(row))
    found.set(key, { place: Number(place), neighbour })
  }
  const inOrder = [...found.values()].sort((a, b) => a.place - b.place).map(({ neighbour }) => neighbour)
  for (const { relations } of inOrder) relations.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  return inOrder
}

function saidOf({ relation_id, relation_kind, reads, why, handle, created_at, comments }: NeighbourRow): Said {
  return {
    ...{ id: relation_id, kind: relation_kind, reads, why, by: handle },
    ...{ at: Number(created_at), comments: Number(comments ?? 0) },
  }
}

/** The groups that have neighbours, in the order in which they are shown. */
export function groupsOf(rows: readonly NeighbourRow[]): NeighbourGroup[] {
  const byGroup = Map.groupBy(rows, ({ grp }) => grp)
  return groups.flatMap((group) => {
    const some = byGroup.get(group)
    return some ? [{ group, count: Number(some[0]?.total), items: neighboursOf(some) }] : []
  })
}
