import { type Miscounted, selectMiscounted } from '#db/counters.ts'
import type { Db } from '#db/open.ts'
import { earlierCounters } from '../earlier/earlier-counts.server.ts'
import { ballotCounters as standing } from './recount.queries.server.ts'

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
