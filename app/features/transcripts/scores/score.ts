import { lengthOf } from '#app/lib/text.ts'
import type { Score } from '../transcript.ts'

/** A score as it can be counted and ordered by: a number; yes or no, as words and as 1 or 0; or a word or two. */
export interface ScoreRow {
  name: string
  number: number | null
  words: string | null
}

/** Longer ones are remarks, which nobody counts. */
const mostWords = 60

/** Those scores of a transcript that can be counted. */
export function scoreRowsOf(scores: Record<string, Score>): ScoreRow[] {
  return Object.entries(scores).flatMap(([name, score]): ScoreRow[] => {
    if (typeof score === 'number') return [{ name, number: score, words: null }]
    if (typeof score === 'boolean') return [{ name, number: Number(score), words: String(score) }]
    if (score === null || score === '' || lengthOf(score) > mostWords) return []
    return [{ name, number: null, words: score }]
  })
}
