import { fold } from '#app/lib/fold.ts'
import { indexOf, lengthOf } from '#app/lib/text.ts'
import { placesOf, type Range } from './exact-places.ts'
import { type Approximate, approximately, fuzzyPlaces } from './fuzzy-places.ts'

/** Words that were taken from a text, and what stood around them there; `start` counts code points. */
export interface Taken {
  exact: string
  prefix: string
  suffix: string
  start: number | null
}

/** Where words stand in a text, in code points; or that nobody can say which of several places it is, or that they are there no more. */
export type Anchor =
  | { state: 'exact' | 'approximate'; from: number; to: number; score: number }
  | { state: 'ambiguous' | 'orphaned'; score: number }

interface Candidate {
  range: Range
  isExact: boolean
  score: number
}

const orphanedBelow = 0.6
const ambiguousWithin = 0.05
// An exact place that fits this well is not compared with places that are merely alike.
const beyondDoubt = 0.8
// So many letters in a row, found once, are the words that were taken, whatever stands around them now.
const tellingLength = 16

/** Finds words again in a text that may have changed since: by position, then word for word, then by likeness. What is not word for word the same is called approximate. */
export function anchorQuote(text: string, taken: Taken, search: Approximate = approximately): Anchor {
  const still = placeTaken(text, taken)
  if (still) return anchorAt(text, { range: still, isExact: true, score: 1 })
  const { ranges, isMore } = placesOf(text, taken)
  if (isMore) return { state: 'ambiguous', score: 1 }
  const exact = scored(text, taken, ranges, search)
  if ((exact[0]?.score ?? 0) >= beyondDoubt) return judged(text, exact)
  const alike = fuzzyPlaces(text, taken.exact, ranges, search)
  const fuzzy = alike.map(({ range, likeness, isExact }) => candidateOf(text, taken, range, isExact, likeness, search))
  const [only] = exact.length === 1 && fold(taken.exact).letters.length >= tellingLength ? exact : []
  if (only) only.score = Math.max(only.score, orphanedBelow)
  return judged(text, [...exact, ...fuzzy].sort(bestFirst))
}

const bestFirst = (one: Candidate, other: Candidate) => other.score - one.score

/** The words, where they were taken, with all that stood around them. */
function placeTaken(text: string, { exact, prefix, suffix, start }: Taken): Range | undefined {
  if (start === null) return undefined
  const from = indexOf(text, start)
  const to = from + exact.length
  const isThere = text.startsWith(exact, from) && text.slice(0, from).endsWith(prefix) && text.startsWith(suffix, to)
  return isThere ? [from, to] : undefined
}

function scored(text: string, taken: Taken, ranges: Range[], search: Approximate): Candidate[] {
  return ranges.map((range) => candidateOf(text, taken, range, true, 1, search)).sort(bestFirst)
}

function candidateOf(
  text: string,
  taken: Taken,
  range: Range,
  isExact: boolean,
  likeness: number,
  search: Approximate,
): Candidate {
  const [from, to] = range
  const { prefix, suffix, start } = taken
  const before = likenessOf(text.slice(Math.max(0, from - prefix.length), from), prefix, search)
  const after = likenessOf(text.slice(to, to + suffix.length), suffix, search)
  const near = start === null ? 1 : 1 - Math.abs(from - indexOf(text, start)) / Math.max(1, text.length)
  return { range, isExact, score: (50 * likeness + 20 * before + 20 * after + 2 * near) / 92 }
}

/** From 0 to 1, without regard to case, punctuation and spacing. */
function likenessOf(stands: string, stood: string, search: Approximate): number {
  const [now, then] = [fold(stands).letters, fold(stood).letters]
  if (then === '') return 1
  const [best] = search(now, then, then.length)
  return best ? 1 - best.errors / then.length : 0
}

function judged(text: string, [best, second]: Candidate[]): Anchor {
  if (!best || best.score < orphanedBelow) return { state: 'orphaned', score: best?.score ?? 0 }
  if (second && best.score - second.score <= ambiguousWithin) return { state: 'ambiguous', score: best.score }
  return anchorAt(text, best)
}

function anchorAt(text: string, { range: [from, to], isExact, score }: Candidate): Anchor {
  const start = lengthOf(text.slice(0, from))
  const end = start + lengthOf(text.slice(from, to))
  return { state: isExact ? 'exact' : 'approximate', from: start, to: end, score }
}
