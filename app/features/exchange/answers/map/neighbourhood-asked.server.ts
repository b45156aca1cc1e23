import { nearOf } from '#app/features/relations/near/near.server.ts'
import { neighbourhoodOf } from '#app/features/relations/neighbourhood/neighbourhood.server.ts'
import { isNodeKind } from '#app/features/relations/node.ts'
import { edgesOf, findNode } from '#app/features/relations/nodes/nodes.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { neighbourhoodAnswer } from './relation-answer.server.ts'

/** The neighbourhood of what an address names; of what was merged, where it leads. */
export async function neighbourhoodAsked(db: Db, kind: string, id: string) {
  if (!isNodeKind(kind)) throw notFound('kind of node')
  const node = await findNode(db, { kind, id })
  return neighbourhoodAnswer(node, await edgesOf(db, node), await neighbourhoodOf(db, node), await nearOf(db, node))
}
