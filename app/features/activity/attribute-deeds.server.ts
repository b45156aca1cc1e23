import type { Db } from '#db/open.ts'
import { updateDoer } from './attribute-deeds.queries.server.ts'

/** What one member did was done by another. */
export async function attributeDeeds(tx: Db, fromId: string, toId: string) {
  await updateDoer(tx, fromId, toId)
}
