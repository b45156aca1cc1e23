import { touch } from '#app/features/activity/activity.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import type { Db } from '#db/open.ts'
import type { ArgumentRatingRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { statusOf } from '../bridging/rater-model.ts'
import type { Rated } from './rate-arguments.server.ts'
import * as queries from './ratings.queries.server.ts'

/** Keeps what a run found; a status that an argument had is lost only beyond what gave it. Pages of claims where one changed become stale. */
export async function keepRatings(db: Db, { raters, scores }: Rated, computed_at: number) {
  await inTransaction(db, async (tx) => {
    await queries.upsertRatingRun(tx, { what: 'arguments', raters, computed_at })
    const before = new Map((await queries.selectAllRatings(tx)).map((row) => [row.source_id, row.status]))
    const rows = scores.map(({ kind, id, ...score }): ArgumentRatingRow => {
      const status = statusOf(score, before.get(id))
      return { source_kind: kind, source_id: id, status, ...score }
    })
    await queries.deleteAllRatings(tx)
    await inBatches(rows, async (batch) => {
      await queries.insertRatings(tx, batch)
      return []
    })
    await touchChanged(tx, before, new Map(rows.map((row) => [row.source_id, row.status])))
  })
}

type Statuses = Map<string, ArgumentRatingRow['status']>

async function touchChanged(tx: Db, before: Statuses, after: Statuses) {
  const statusIn = (statuses: Statuses, id: string) => statuses.get(id) ?? 'undecided'
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => statusIn(before, id) !== statusIn(after, id),
  )
  const claims = await inBatches(changed, (batch) => queries.selectClaimsOf(tx, batch))
  for (const id of [...new Set(claims)].sort()) await touch(tx, { kind: 'claim', id })
}
