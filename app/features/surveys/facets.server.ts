import type { Db } from '#db/open.ts'
import * as queries from './facets.queries.server.ts'

/** What a collection can be browsed and compared by. */
export interface Facets {
  /** In the order in which they come; null where a transcript says none. */
  conditions: { condition: string | null; n: number }[]
  scores: ScoreFacet[]
  labels: { id: string; name: string; n: number }[]
}

export interface ScoreFacet {
  name: string
  kind: 'number' | 'yes or no' | 'words'
  n: number
  low: number | null
  high: number | null
}

const mostScores = 30
const mostLabels = 40

export async function facetsOf(db: Db, slug: string): Promise<Facets> {
  const scores = await queries.selectScoreNames(db, slug, mostScores)
  return {
    conditions: await queries.selectConditions(db, slug),
    scores: scores.map(({ name, n, numbers, words, low, high }) => ({
      name,
      n,
      low,
      high,
      kind: kindOf(n, numbers, words),
    })),
    labels: await queries.selectLabels(db, slug, mostLabels),
  }
}

/** Where some are numbers and some words, all are words. */
function kindOf(n: number, numbers: number, words: number): ScoreFacet['kind'] {
  if (words === 0) return 'number'
  return numbers === n && words === n ? 'yes or no' : 'words'
}
