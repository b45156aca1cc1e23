import type { NodeKind } from '#db/tables.ts'

export const nodeKinds = ['concept', 'claim', 'framing', 'label', 'collection'] as const satisfies NodeKind[]
export type { NodeKind }

/** What the map joins: a concept, or a claim, framing, label or collection. */
export interface Node {
  kind: NodeKind
  id: string
}

/** What neighbours are grouped by, in the order in which the groups are shown: a concept by its own kind, others by what they are. */
export const groups = [
  ...(['paper', 'thinker', 'framework', 'method', 'concept', 'artifact', 'quote', 'question'] as const),
  ...(['claim', 'framing', 'label', 'collection'] as const),
] as const
export type Group = (typeof groups)[number]

export interface NamedNode extends Node {
  group: Group
  name: string
}

export const isNodeKind = (kind: string): kind is NodeKind => (nodeKinds as readonly string[]).includes(kind)
export const isGroup = (group: string): group is Group => (groups as readonly string[]).includes(group)

/** Where a node is read; they are all named so. */
export const nodePath = ({ kind, id }: Node): string => `/${kind}s/${id}`
export const nodeKey = ({ kind, id }: Node): string => `${kind} ${id}`
export const isSameNode = (one: Node, other: Node): boolean => one.kind === other.kind && one.id === other.id

/** "papers"; of one, "paper". */
export const groupWord = (group: Group, count = 2): string => (count === 1 ? group : `${group}s`)
