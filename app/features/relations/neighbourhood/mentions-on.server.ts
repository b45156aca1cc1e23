import { aliasesOf } from '#app/features/claims/naming/names.server.ts'
import { mergedInto } from '#app/features/labels/merging/merge.server.ts'
import { type Mentions, mentionsOf } from '#app/features/mentions/mentions.server.ts'
import type { Db } from '#db/open.ts'
import type { NamedNode } from '../node.ts'

/** What mentions a claim, framing or label by any of its names, the newest few. A concept's page has a list of its own; names do not lead to collections. */
export async function mentionsOn(db: Db, node: NamedNode): Promise<Mentions | null> {
  if (node.kind === 'concept' || node.kind === 'collection') return null
  return { ...(await mentionsOf(db, node, [node.name, ...(await otherNames(db, node))])), next: null }
}

async function otherNames(db: Db, node: NamedNode): Promise<string[]> {
  if (node.kind === 'framing') return aliasesOf(db, node)
  if (node.kind === 'label') return (await mergedInto(db, node.id)).map(({ name }) => name)
  return []
}
