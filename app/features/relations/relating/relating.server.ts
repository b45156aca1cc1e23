import type { Member } from '#app/features/accounts/member.ts'
import { framingNamed } from '#app/features/claims/naming/names.server.ts'
import { conceptNamed } from '#app/features/concepts/concepts.server.ts'
import { labelNamed } from '#app/features/labels/labels.server.ts'
import { conflict, invalid, Refusal } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { type NamedNode, type Node, nodeKey } from '../node.ts'
import { namedOf, nodesByKeys } from '../nodes/nodes.server.ts'
import { relate } from '../relations.server.ts'
import { findRelation } from '../said.server.ts'
import { nodeOfAddress, nodeOfRef } from './ref.ts'
import * as queries from './relating.queries.server.ts'

/** Everything on the map that goes by this name, aliases and former names included: labels, framings, concepts, claims, collections. */
export async function nodesNamed(db: Db, name: string): Promise<NamedNode[]> {
  const [label, framing, concept] = [
    await labelNamed(db, name),
    await framingNamed(db, nameKey(name)),
    await conceptNamed(db, name),
  ]
  const nodes: Node[] = []
  if (label) nodes.push({ kind: 'label', id: label.id })
  if (framing && !framing.built_in) nodes.push({ kind: 'framing', id: framing.id })
  if (concept) nodes.push({ kind: 'concept', id: concept.id })
  for (const { id } of await queries.selectClaimsSaying(db, name)) nodes.push({ kind: 'claim', id })
  for (const { id } of await queries.selectCollectionsTitled(db, name)) nodes.push({ kind: 'collection', id })
  const found = await nodesByKeys(db, nodes)
  return nodes.flatMap((node) => {
    const one = found.get(nodeKey(node))
    return one?.stands ? [namedOf(one)] : []
  })
}

/** What was typed into the form: a name, an address of this site, or what was chosen of several that are called so. */
async function nodeTyped(db: Db, typed: string, chosen: Node | null, origin: string): Promise<Node> {
  const name = typed.trim()
  if (chosen) return chosen
  if (name === '') throw invalid({ to: 'This may not be empty.' })
  const addressed = nodeOfAddress(name, origin)
  if (addressed) return addressed
  const [found, ...others] = await nodesNamed(db, name)
  if (!found)
    throw invalid({ to: `Nothing on the map is called “${name}” yet. Add it as a concept first, or give its address.` })
  if (others.length === 0) return found
  const said = `${others.length + 1} things are called “${name}”: choose which.`
  throw new Refusal('invalid', said, { to: [said] }, { candidates: [found, ...others] })
}

/** Relates what an address names to what the form says; refuses what is said already, with the words of who said it. */
export async function relateByForm(
  db: Db,
  member: Member,
  from: Node,
  fields: Record<string, string>,
  { to, origin }: { to: Node | null; origin: string },
) {
  const chosen = to ?? nodeOfRef(fields.toRef)
  const other = await nodeTyped(db, fields.to ?? '', chosen, origin)
  const draft = { kind: fields.kind ?? '', from, to: other, why: fields.why ?? '' }
  const { id, isNew } = await relate(db, member, draft)
  if (isNew) return
  const there = await findRelation(db, id)
  throw conflict(
    `“${there.from.name}” ${there.reads} “${there.to.name}” is said already, by ${there.by}: ${there.why}`,
    { relationId: id },
  )
}
