import type { Db } from '#db/open.ts'
import { updateFraming } from './move-arguments.queries.server.ts'

/** What was argued of a framing is argued of that into which it is merged. */
export async function moveArguments(tx: Db, fromId: string, intoId: string) {
  await updateFraming(tx, fromId, intoId)
}
