import { ballotCounters } from '#app/features/ballots/counting/recount.server.ts'
import { leftOfRemoved, sweepAgain } from '#app/features/keeping/removing/sweep.server.ts'
import { rebuildSearch } from '#app/features/search/search.server.ts'
import { type Counters, type Miscounted, selectMiscounted, setRight } from '#db/counters.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { wrongAnchors } from './anchors.server.ts'
import type { Check, Examined } from './check.ts'
import { lockTables, otherCounters } from './counters.queries.server.ts'
import { selectBrokenLinks } from './links.queries.server.ts'
import { selectStrayWords, selectWrongEntries } from './search.queries.server.ts'

/** Counters first: a repair sets them right in this order. */
export const checks: Check[] = [
  { name: 'foreign keys', look: selectBrokenLinks },
  ...[...ballotCounters, ...otherCounters].map(checkOf),
  { name: 'search index', look: lookIntoSearch, repair: rebuildSearch },
  { name: 'anchors', look: wrongAnchors },
  { name: 'removed accounts', look: leftOfRemoved, repair: sweepAgain },
]

const mostExamples = 5

/** Looks at everything; with `repairs`, sets right what can be, and looks again. */
export async function examine(db: Db, { repairs = false, step = (_: string) => {} } = {}): Promise<Examined[]> {
  const examined: Examined[] = []
  for (const check of checks) {
    step(check.name)
    const before = await check.look(db)
    const isRepaired = repairs && before.length > 0 && check.repair !== undefined
    if (isRepaired) await check.repair?.(db)
    const after = isRepaired ? await check.look(db) : before
    examined.push({
      name: check.name,
      ok: after.length === 0,
      found: after.length,
      repaired: before.length - after.length,
      examples: after.slice(0, mostExamples),
    })
  }
  return examined
}

function checkOf(counters: Counters): Check {
  return {
    name: counters.name,
    look: async (db) => (await selectMiscounted(db, counters)).map(said),
    repair: (db) =>
      inTransaction(db, async (tx) => {
        await lockTables(tx, counters.tables)
        await setRight(tx, counters)
      }),
  }
}

function said({ key, counted, by }: Miscounted): string {
  const of = Object.values(key).join(' ')
  const wrong = Object.entries(by).filter(([, lacking]) => lacking !== 0)
  return `${of}: ${wrong.map(([name, lacking]) => `${name} is ${(counted[name] ?? 0) - lacking}, counted ${counted[name]}`).join('; ')}`
}

async function lookIntoSearch(db: Db): Promise<string[]> {
  const entries = (await selectWrongEntries(db)).map(({ kind, id, place }) => `${kind} ${id} ${place}`)
  return [...entries, ...(await selectStrayWords(db)).map((number) => `words of no entry, number ${number}`)]
}
