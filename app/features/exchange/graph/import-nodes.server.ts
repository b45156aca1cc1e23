import type { Member } from '#app/features/accounts/member.ts'
import { ConceptDraft, type ConceptWanted, isConceptKind } from '#app/features/concepts/concept.ts'
import { createConcepts } from '#app/features/concepts/concepts.server.ts'
import type { Node, NodeKind } from '#app/features/relations/node.ts'
import { nodeKey } from '#app/features/relations/node.ts'
import { nodesByKeys } from '#app/features/relations/nodes/nodes.server.ts'
import { nodesNamed } from '#app/features/relations/relating/relating.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { GivenNode } from '../formats/graph/read-graph.ts'
import { reasonOf } from '../formats/placed.ts'

/** What a row of nodes.csv is on this site; or why it is nothing. */
export type NodeOutcome = { node: Node; isNew: boolean } | { reason: string }

/** Finds or makes what some rows name: concepts by name, made where they are new; claims, framings, labels and collections by id or name, only found. */
export async function bringNodes(db: Db, member: Member, rows: readonly GivenNode[]): Promise<NodeOutcome[]> {
  const drafts = rows.map(draftOf)
  const wanted = drafts.flatMap((draft) => (draft && 'name' in draft ? [draft] : []))
  const made = await inTransaction(db, (tx) => createConcepts(tx, member, wanted))
  const outcomes: NodeOutcome[] = []
  let next = 0
  for (const [at, draft] of drafts.entries()) {
    if (!draft) outcomes.push(await foundHere(db, rows[at] as GivenNode))
    else if ('reason' in draft) outcomes.push(draft)
    else {
      const { id, isNew } = made[next++] as (typeof made)[number]
      outcomes.push({ node: { kind: 'concept', id }, isNew })
    }
  }
  return outcomes
}

/** What is written of a new concept; null for what is no concept. */
function draftOf({ kind, name, definition }: GivenNode): ConceptWanted | { reason: string } | null {
  if (!isConceptKind(kind)) return null
  try {
    return parse(ConceptDraft, { kind, name, definition })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { reason: reasonOf(error) }
  }
}

async function foundHere(db: Db, { id, kind, name }: GivenNode): Promise<NodeOutcome> {
  const node = { kind: kind as NodeKind, id: id.replace(/^.*[:/]/, '') }
  const found = (await nodesByKeys(db, [node])).get(nodeKey(node))
  if (found?.stands) return { node, isNew: false }
  if (found?.merged_into) return { node: { kind: node.kind, id: found.merged_into }, isNew: false }
  const named = (await nodesNamed(db, name)).find((one) => one.kind === kind)
  if (named) return { node: { kind: named.kind, id: named.id }, isNew: false }
  return { reason: `There is no such ${kind} here; an import makes concepts alone.` }
}
