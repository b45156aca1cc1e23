import type { Db } from '#db/open.ts'
import * as queries from './recount.queries.server.ts'

/** Counts the votes on a label anew, on one excerpt or wherever it is; keep or hold the label first, so that nobody votes meanwhile. */
export async function recount(tx: Db, labelId: string, excerptId: string | null = null) {
  await queries.updateCountsFromVotes(tx, labelId, excerptId)
}

/** Labellings whose counts are not what the votes say. */
export const wronglyCounted = queries.selectWrongCounts
