import type { Db } from '#db/open.ts'
import type { CellCounts } from '../tally.ts'
import * as queries from './earlier.queries.server.ts'

export { earlierCounters } from './recount.queries.server.ts'

/** What was said of a claim on earlier words, cell by cell: beside the tally, never in it. */
export async function earlierCounts(db: Db, claimId: string): Promise<CellCounts[]> {
  const rows = await queries.selectEarlierTallies(db, claimId)
  return rows.map(({ claim_id: _, standpoint_id, framing_id, ...counts }) => ({
    ...{ standpointId: standpoint_id, framingId: framing_id },
    ...counts,
  }))
}
