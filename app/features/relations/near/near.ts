import type { NamedNode, Node } from '../node.ts'
import type { How } from './run.ts'

/** How many are shown. */
export const mostShown = 8

/** A node whose text is near, though nobody said how the two relate. */
export interface NearNode {
  node: NamedNode
  /** Cosine, 0 to 1. */
  score: number
}

/** What somebody said only looks alike. */
export interface Dismissed {
  node: NamedNode
  by: string
  at: number
}

export interface NearShown {
  items: NearNode[]
  dismissed: Dismissed[]
  how: How
  model: string
  /** Null until it was first computed. */
  computedAt: number | null
}

/** Kinds of which two that are one can be merged. */
export const mayBeMerged = (one: Node, other: Node): boolean =>
  one.kind === other.kind && ['concept', 'framing', 'label'].includes(one.kind)
