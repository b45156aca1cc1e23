import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import * as queries from './attribute-discussion.queries.server.ts'

/** What one member wrote was written by another. */
export async function attributeDiscussion(tx: Db, fromId: string, toId: string) {
  for (const shown of await queries.selectShownOf(tx, fromId)) await touch(tx, shown)
  await queries.updateWriter(tx, fromId, toId)
}
