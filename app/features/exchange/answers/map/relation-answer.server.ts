import * as v from 'valibot'
import type { RelationKind } from '#app/features/relations/kinds/relation-kind.ts'
import type { NearShown } from '#app/features/relations/near/near.ts'
import type { NeighbourGroup, Said } from '#app/features/relations/neighbourhood/neighbourhood.ts'
import { groups, type NamedNode, nodeKinds, nodePath } from '#app/features/relations/node.ts'
import type { RelationPage } from '#app/features/relations/said.server.ts'
import { isoTime } from '#app/lib/clock.ts'

/** `group`: of a concept its own kind, else the kind of thing. */
const Node = v.object({
  kind: v.picklist(nodeKinds),
  id: v.string(),
  group: v.picklist(groups),
  name: v.string(),
  path: v.string(),
})

const nodeAnswer = (node: NamedNode) => ({ ...node, path: nodePath(node) })

/** How things can relate; `symmetric` kinds read the same from both ends, `acyclic` ones may not lead in a circle. */
export const RelationKindAnswer = v.object({
  id: v.string(),
  name: v.string(),
  inverse: v.string(),
  symmetric: v.boolean(),
  acyclic: v.boolean(),
})

export function relationKindAnswer({ id, name, inverse, isSymmetric, isAcyclic }: RelationKind) {
  const answer = { id, name, inverse, symmetric: isSymmetric, acyclic: isAcyclic }
  return answer satisfies v.InferOutput<typeof RelationKindAnswer>
}

/** `reads` from `from`, `readsBack` from `to`; a relation that was withdrawn or dropped by a merge is there for its thread. */
export const RelationAnswer = v.object({
  id: v.string(),
  kind: v.string(),
  reads: v.string(),
  readsBack: v.string(),
  from: Node,
  to: Node,
  why: v.string(),
  by: v.object({ handle: v.string() }),
  createdAt: v.string(),
  state: v.picklist(['said', 'withdrawn', 'dropped']),
  history: v.array(
    v.object({
      change: v.picklist(['edited', 'withdrawn', 'moved', 'dropped']),
      why: v.string(),
      by: v.object({ handle: v.string() }),
      at: v.string(),
      undone: v.boolean(),
    }),
  ),
})

export function relationAnswer({ id, kind, reads, readsBack, from, to, why, by, at, state, history }: RelationPage) {
  return {
    ...{ id, kind, reads, readsBack, from: nodeAnswer(from), to: nodeAnswer(to), why, by: { handle: by } },
    ...{ createdAt: isoTime(at), state },
    history: history.map((was) => ({
      ...{ change: was.change, why: was.why, by: { handle: was.handle } },
      ...{ at: isoTime(was.at), undone: was.isUndone },
    })),
  } satisfies v.InferOutput<typeof RelationAnswer>
}

const SaidShape = v.object({
  id: v.string(),
  kind: v.string(),
  reads: v.string(),
  why: v.string(),
  by: v.object({ handle: v.string() }),
  createdAt: v.string(),
  comments: v.number(),
})

/** By group, in the order in which pages show them, the first of each: `count` is of all. `computed`: what is near by its text and nobody has related; `score` is a cosine, `at` null until it was first computed. */
export const NeighbourhoodAnswer = v.object({
  node: Node,
  edges: v.number(),
  groups: v.array(
    v.object({
      kind: v.picklist(groups),
      count: v.number(),
      items: v.array(v.object({ node: Node, edges: v.number(), relations: v.array(SaidShape) })),
    }),
  ),
  computed: v.object({
    how: v.picklist(['words', 'meaning']),
    model: v.string(),
    at: v.nullable(v.string()),
    items: v.array(v.object({ node: Node, score: v.number() })),
  }),
})

const saidAnswer = ({ id, kind, reads, why, by, at, comments }: Said) => {
  return { id, kind, reads, why, by: { handle: by }, createdAt: isoTime(at), comments }
}

export function neighbourhoodAnswer(node: NamedNode, edges: number, found: readonly NeighbourGroup[], near: NearShown) {
  return {
    ...{ node: nodeAnswer(node), edges },
    groups: found.map(({ group, count, items }) => ({
      ...{ kind: group, count },
      items: items.map((item) => ({
        ...{ node: nodeAnswer(item.node), edges: item.edges, relations: item.relations.map(saidAnswer) },
      })),
    })),
    computed: {
      ...{ how: near.how, model: near.model, at: near.computedAt === null ? null : isoTime(near.computedAt) },
      items: near.items.map((item) => ({ node: nodeAnswer(item.node), score: item.score })),
    },
  } satisfies v.InferOutput<typeof NeighbourhoodAnswer>
}
