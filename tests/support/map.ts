import type { Member } from '#app/features/accounts/member.ts'
import { createConcept } from '#app/features/concepts/concepts.server.ts'
import type { Node } from '#app/features/relations/node.ts'
import { relate } from '#app/features/relations/relations.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import type { ConceptKind } from '#db/tables.ts'

export interface Named extends Node {
  name: string
}

/** A concept of this name. */
export async function newConcept(
  db: Db,
  member: Member,
  name: string = `idea ${newId()}`,
  kind: ConceptKind = 'concept',
): Promise<Named> {
  const { concept } = await createConcept(db, member, { kind, name })
  return { kind: 'concept', id: concept.id, name }
}

/** That one has a relation to the other; its id. */
export async function said(db: Db, member: Member, from: Node, kind: string, to: Node, why = 'As its text says.') {
  const ends = { from: { kind: from.kind, id: from.id }, to: { kind: to.kind, id: to.id } }
  return (await relate(db, member, { kind, ...ends, why })).id
}

/** The numbers of relations as they are kept, and as they are counted. */
export async function edgesOf(db: Db): Promise<{ kept: string[]; counted: string[] }> {
  const nodes = await db.selectFrom('nodes').selectAll().where('edges', '<>', 0).execute()
  const relations = await db.selectFrom('relations').selectAll().execute()
  const counts = new Map<string, number>()
  for (const one of relations)
    for (const key of [`${one.from_kind} ${one.from_id}`, `${one.to_kind} ${one.to_id}`])
      counts.set(key, (counts.get(key) ?? 0) + 1)
  return {
    kept: nodes.map(({ kind, id, edges }) => `${kind} ${id}: ${edges}`).sort(),
    counted: [...counts].map(([key, edges]) => `${key}: ${edges}`).sort(),
  }
}
