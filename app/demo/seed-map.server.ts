import { conceptNamed, createConcept } from '#app/features/concepts/concepts.server.ts'
import { relate } from '#app/features/relations/relations.server.ts'
import type { Db } from '#db/open.ts'
import { demo } from './demo.ts'
import { memberNamed, type Seeded } from './seed.server.ts'

/** The concepts of the demo and how they relate. */
export async function seedMap(tx: Db, seeded: Seeded) {
  // What is named goes before what names it.
  for (const { by, ...given } of demo.concepts.toReversed()) await createConcept(tx, memberNamed(seeded, by), given)
  for (const { by, from, kind, to, why } of demo.relations) {
    const ends = { from: await nodeNamed(tx, from), to: await nodeNamed(tx, to) }
    await relate(tx, memberNamed(seeded, by), { kind, why, ...ends })
  }
}

async function nodeNamed(tx: Db, name: string) {
  const concept = await conceptNamed(tx, name)
  if (!concept) throw new Error(`The demo has no concept called ${name}.`)
  return { kind: 'concept' as const, id: concept.id }
}
