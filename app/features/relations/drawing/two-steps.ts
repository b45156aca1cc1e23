import { groups, type NamedNode, nodeKey } from '../node.ts'

/** A node of a drawn map: the one that it is about (step 0), a neighbour of it (1), or a neighbour of one (2). */
export interface MapNode extends NamedNode {
  step: 0 | 1 | 2
  /** How many relations it has in all. */
  edges: number
  /** Through which neighbour it is reached, by `nodeKey`; of a neighbour, the node that the map is about. */
  through: string
}

/** A relation between two nodes that are drawn, by their `nodeKey`. */
export interface MapLink {
  id: string
  from: string
  to: string
  reads: string
}

export interface TwoSteps {
  nodes: MapNode[]
  links: MapLink[]
  /** How many neighbours there are, and further nodes behind those that are drawn; drawn or not. */
  near: number
  further: number
}

/** A map is readable up to here. */
export const mostDrawn = 60
/** Room is left for what lies behind the neighbours. */
export const mostNear = 28

/** Puts each further node behind the neighbour that it has most relations with, of several the first. */
export function throughOf(further: NamedNode, near: readonly NamedNode[], links: readonly MapLink[]): string {
  const own = nodeKey(further)
  const counts = new Map(near.map((node) => [nodeKey(node), 0]))
  for (const { from, to } of links) {
    const other = from === own ? to : to === own ? from : ''
    if (counts.has(other)) counts.set(other, (counts.get(other) as number) + 1)
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** By group, as pages list neighbours; within a group as they came. */
export function inGroups<N extends NamedNode>(nodes: readonly N[]): N[] {
  return groups.flatMap((group) => nodes.filter((node) => node.group === group))
}
