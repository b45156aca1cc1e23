import type { Db } from '#db/open.ts'
import * as queries from './set-apart.queries.server.ts'
import { moveApart } from './set-apart.server.ts'

/** Keeps the votes on a framing that is merged as earlier ones on the other, until their members confirm them; who judged both has said what they say of the other. The transaction holds both. */
export async function mergeVotes(tx: Db, fromId: string, intoId: string) {
  await moveApart(tx, queries.cellsOf({ kind: 'framing', id: fromId }), intoId)
  await queries.updateEarlierInto(tx, fromId, intoId)
  for (const id of [fromId, intoId]) await queries.updateEarlierToRows(tx, queries.earlierCellsOf(id))
}
