import type { Worded } from '#app/features/claims/wording/wording.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { keepCounts } from '../counting/counting.server.ts'
import * as queries from './set-apart.queries.server.ts'

/** Sets apart what was cast on words from before a thing meant what it means. The transaction holds the thing, so nobody votes on it meanwhile. */
export async function setApart(tx: Db, worded: Worded, meaning: number) {
  await moveApart(tx, queries.staleVotes(worded, meaning))
  await queries.updateEarlierToRows(tx, queries.cellsOf(worded))
}

/** As many members at once as one statement takes well. */
const batch = 200

/** Ends these votes and keeps them as earlier ones: of the same framing, or of that into which theirs is merged. */
export async function moveApart(tx: Db, where: queries.Where, intoId?: string) {
  await queries.updateVotersToHold(tx, where)
  const voters = await queries.selectVotersOf(tx, where)
  for (const [claimId, some] of Map.groupBy(voters, (row) => row.claim_id))
    for (let done = 0; done < some.length; done += batch) {
      const memberIds = some.slice(done, done + batch).map((row) => row.member_id)
      await keepCounts(tx, { claimId }, memberIds, () =>
        moveVotes(tx, queries.castBy(where, claimId, memberIds), intoId),
      )
    }
}

async function moveVotes(tx: Db, where: queries.Where, intoId: string | undefined): Promise<number> {
  const at = now()
  await queries.insertEarlierBallots(tx, where, at, intoId)
  await queries.insertEarlierHandles(tx, where, at, intoId)
  await queries.insertEnds(tx, where, at)
  await queries.deleteVotes(tx, where)
  return at
}
