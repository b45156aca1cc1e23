import { touch } from '#app/features/activity/activity.server.ts'
import type { Db } from '#db/open.ts'
import * as queries from './arguments.queries.server.ts'

/** What was argued about one framing is argued about another from now on, as when two are merged. */
export async function carryArguments(tx: Db, fromFraming: string, toFraming: string) {
  const claims = await queries.selectClaimsArguedAbout(tx, fromFraming)
  await queries.updateArgumentFraming(tx, fromFraming, toFraming)
  for (const id of claims) await touch(tx, { kind: 'claim', id })
}
