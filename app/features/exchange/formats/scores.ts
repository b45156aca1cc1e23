import { isObject } from './json-records.ts'

/** Scores by name, each a number, text or boolean. */
export function scoresOf(scores: unknown): unknown {
  if (!isObject(scores)) return scores ?? {}
  return Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, scoreOf(score)]))
}

/** A score may come with its explanation, as `{value, …}`. */
function scoreOf(score: unknown): unknown {
  if (isObject(score) && 'value' in score) return scoreOf(score.value)
  return typeof score === 'object' && score !== null ? JSON.stringify(score) : score
}
