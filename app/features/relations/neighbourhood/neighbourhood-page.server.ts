import type { Db } from '#db/open.ts'
import { relationKinds } from '../kinds/kinds.server.ts'
import { nearOf } from '../near/near.server.ts'
import type { NamedNode } from '../node.ts'
import { edgesOf } from '../nodes/nodes.server.ts'
import { mentionsOn } from './mentions-on.server.ts'
import { neighbourhoodOf } from './neighbourhood.server.ts'
import type { NeighbourhoodShown } from './neighbourhood-section.tsx'

/** What the section of a page shows: so many statements, however much there is. */
export async function neighbourhoodPage(db: Db, node: NamedNode): Promise<NeighbourhoodShown> {
  return {
    node,
    edges: await edgesOf(db, node),
    groups: await neighbourhoodOf(db, node),
    kinds: await relationKinds(db),
    near: await nearOf(db, node),
    mentions: await mentionsOn(db, node),
  }
}
