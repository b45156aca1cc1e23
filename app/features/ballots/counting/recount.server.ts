import { type Miscounted, selectMiscounted } from '#db/counters.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { earlierCounters } from '../earlier/earlier-counts.server.ts'
import { insertAllCounted, ballotCounters as standing } from './recount.queries.server.ts'

/** Every counter of ballots and handle votes, also of those on earlier words. */
export const ballotCounters = [...standing, earlierCounters]

/** The counters of ballots that are not what the rows say, by name; none, unless something is broken. */
export async function recount(db: Db): Promise<Record<string, Miscounted[]>> {
  const wrong: Record<string, Miscounted[]> = {}
  for (const counters of ballotCounters) {
    const found = await selectMiscounted(db, counters)
    if (found.length > 0) wrong[counters.name] = found
  }
  return wrong
}

/** Counts all votes that stand, in one pass a counter: for ballots by the million that no write counted. The days before today are forgotten. */
export async function countAnew(db: Db) {
  await inTransaction(db, insertAllCounted)
}
