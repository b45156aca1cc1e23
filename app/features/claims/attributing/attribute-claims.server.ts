import type { Db } from '#db/open.ts'
import { updateProposer } from './attribute-claims.queries.server.ts'

/** What one member proposed was proposed by another. */
export async function attributeClaims(tx: Db, fromId: string, toId: string) {
  await updateProposer(tx, fromId, toId)
}
