import type { Db } from '#db/open.ts'
import { updateMaker } from './attribute-concepts.queries.server.ts'

/** What one member made, named and edited was made by another. */
export async function attributeConcepts(tx: Db, fromId: string, toId: string) {
  await updateMaker(tx, fromId, toId)
}
