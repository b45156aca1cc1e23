import type { Source } from '#app/features/discussion/bearing.ts'
import type { Db } from '#db/open.ts'
import { type ItemScore, type Rating, rateItems } from '../bridging/rater-model.ts'
import * as queries from './ratings.queries.server.ts'

/** What came of rating all arguments by everybody who votes on them. */
export interface Rated {
  /** How many rate enough to count; 0 while they are too few. */
  raters: number
  scores: (Source & ItemScore)[]
}

/** Rates every argument of the site. Takes seconds where there are many votes: for a worker. */
export async function rateArguments(db: Db): Promise<Rated> {
  const rows = await queries.selectRatings(db)
  const sources = new Map(
    rows.map((row): [string, Source] => [row.source_id, { kind: row.source_kind, id: row.source_id }]),
  )
  const result = rateItems(
    rows.map((row): Rating => ({ rater: row.member_id, item: row.source_id, value: row.value === 1 ? 1 : 0 })),
  )
  if (!result) return { raters: 0, scores: [] }
  const { raters, scores } = result
  return { raters, scores: [...scores].map(([id, score]) => ({ ...(sources.get(id) as Source), ...score })) }
}
