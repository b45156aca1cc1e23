import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import * as queries from './attribute-votes.queries.server.ts'

/** The votes of one member are another's: where both voted the other's stands, and none stays on what is now their own. Call it when posts and comments have moved. */
export async function attributeVotes(tx: Db, fromId: string, toId: string) {
  const concerned = await queries.selectConcerned(tx, fromId, toId)
  for (const one of concerned) await queries.updateTotalsToHold(tx, one)
  await queries.deleteDoubled(tx, fromId, toId)
  await queries.updateVoter(tx, fromId, toId)
  for (const one of concerned) {
    await queries.updateTotals(tx, one)
    await touch(tx, { kind: one.target_kind, id: one.target_id })
  }
}
