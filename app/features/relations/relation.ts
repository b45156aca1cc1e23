import * as v from 'valibot'
import { type Member, mayUse } from '#app/features/accounts/member.ts'
import { id, required } from '#app/lib/validation.ts'
import { type NamedNode, type Node, nodeKey, nodeKinds } from './node.ts'

export const whyLimit = 300

/** A line: what white space does to it does not matter. */
const Why = v.pipe(
  required(whyLimit),
  v.transform((line) => line.replace(/\s+/g, ' ')),
)

/** A node by kind and id; an id alone is a concept's. */
const NodeGiven = v.union(
  [
    v.pipe(
      id,
      v.transform((given): Node => ({ kind: 'concept', id: given })),
    ),
    v.object({ kind: v.optional(v.picklist(nodeKinds), 'concept'), id }),
  ],
  'Say which node: {"kind": "concept", "id": "…"}, or the id of a concept.',
)

/** `kind`: a kind of relation by its id, or as it reads from `from`, or, said the other way round, from `to`. */
export const RelationDraft = v.object({ kind: required(100), from: NodeGiven, to: NodeGiven, why: Why })
export type RelationDraft = v.InferInput<typeof RelationDraft>

export const RelationEdit = v.object({ why: Why })
export type RelationEdit = v.InferInput<typeof RelationEdit>

/** A member said that one node has this relation to another. */
export interface Relation {
  id: string
  kind: string
  /** How it reads from `from`, and from `to`. */
  reads: string
  readsBack: string
  from: NamedNode
  to: NamedNode
  why: string
  by: string
  byId: string
  at: number
  /** Withdrawn, or dropped by a merge: it stands no longer. */
  state: 'said' | 'withdrawn' | 'dropped'
}

/** Who said it, and moderators, edit its why and withdraw it. */
export function mayChange(member: Member | null, { byId }: Pick<Relation, 'byId'>): boolean {
  return member !== null && (member.id === byId || mayUse(member, 'moderate'))
}

/** The ends as they are kept: of a kind that reads the same from both, the node that sorts first is first. */
export function ordered<N extends Node>(isSymmetric: boolean, from: N, to: N): [N, N] {
  return isSymmetric && nodeKey(to) < nodeKey(from) ? [to, from] : [from, to]
}
