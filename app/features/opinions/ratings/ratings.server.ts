import { inBatches } from '#app/lib/batches.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import type { Status } from '../bridging/rater-model.ts'
import type { RatingRunner } from './rating-runner.server.ts'
import * as queries from './ratings.queries.server.ts'

/** What raters of all leanings together say of an argument. */
export interface ArgumentRating {
  status: Status
  /** By how many of those who rate enough. */
  ratings: number
  /** How many rate enough, over all arguments. */
  raters: number
}

/** Between two runs, ms, however many vote. */
const patience = 600_000

/** The last ratings of these arguments, by their id; none while too few rate. What is old is asked for and computed beside the server. */
export async function ratingsOf(
  db: Db,
  runner: RatingRunner,
  ids: readonly string[],
): Promise<Map<string, ArgumentRating>> {
  if (ids.length === 0) return new Map()
  const run = await queries.selectRatingRun(db)
  if (!run || now() - run.computed_at >= patience) runner.ask()
  if (!run || run.raters === 0) return new Map()
  const rows = await inBatches(ids, (batch) => queries.selectArgumentRatings(db, batch))
  return new Map(rows.map(({ source_id, status, ratings }) => [source_id, { status, ratings, raters: run.raters }]))
}
