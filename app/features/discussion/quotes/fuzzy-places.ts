import search from 'approx-string-match'
import { type Folded, fold } from '#app/lib/fold.ts'
import { alike, endAt } from '#app/lib/word-edges.ts'
import { inWholeWords, type Range } from './exact-places.ts'

interface Match {
  start: number
  end: number
  errors: number
}

/** The places in a text with the fewest errors, if those are no more than the most. */
export type Approximate = (text: string, words: string, mostErrors: number) => Match[]

export const approximately: Approximate = search

export interface Alike {
  range: Range
  /** From 0 to 1. */
  likeness: number
  /** Nothing but spacing differs. */
  isExact: boolean
}

const mostErrors = 256
const mostPlaces = 20

/** The places of words like these beside the exact ones, without regard to case, punctuation and spacing: the likest, and the likest of what is left. */
export function fuzzyPlaces(text: string, exact: string, taken: Range[], search: Approximate): Alike[] {
  const [folded, words] = [fold(text), fold(exact)]
  const { length } = words.letters
  if (length === 0) return []
  const most = Math.min(mostErrors, Math.floor(length / 4))
  const best = apart(inGaps(folded.letters, words.letters, most, foldedRanges(folded, taken), search))
  const ranges = best.map(({ start, end }): Range => [start, end])
  const runnersUp = apart(
    inGaps(folded.letters, words.letters, most, [...ranges, ...foldedRanges(folded, taken)], search),
  )
  return [...best, ...runnersUp].map((match) => alikeAt(text, exact, folded, match, length))
}

/** Searches what lies between these ranges. */
function inGaps(letters: string, words: string, most: number, ranges: Range[], search: Approximate): Match[] {
  const found: Match[] = []
  let from = 0
  for (const [start, end] of [...ranges.toSorted((a, b) => a[0] - b[0]), [letters.length, letters.length]] as Range[]) {
    const gap = letters.slice(from, Math.max(from, start))
    if (gap.length >= words.length - most)
      for (const match of search(gap, words, most))
        found.push({ start: match.start + from, end: match.end + from, errors: match.errors })
    from = Math.max(from, end)
  }
  return found
}

/** Of matches that overlap only the first of the best; one place has many ends that are equally good. */
function apart(matches: Match[]): Match[] {
  const kept: Match[] = []
  for (const match of matches.toSorted((a, b) => a.errors - b.errors || a.start - b.start)) {
    if (kept.length === mostPlaces) break
    if (match.end > match.start && kept.every(({ start, end }) => match.end <= start || match.start >= end))
      kept.push(match)
  }
  return kept
}

function foldedRanges({ starts }: Folded, ranges: Range[]): Range[] {
  return ranges.map(([from, to]) => [countBelow(starts, from), countBelow(starts, to)])
}

/** How many of the ascending numbers are less. */
function countBelow(starts: Int32Array, index: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < index) low = middle + 1
    else high = middle
  }
  return low
}

function alikeAt(text: string, exact: string, folded: Folded, match: Match, length: number): Alike {
  const from = folded.starts[match.start] as number
  const to = endAt(text, folded.starts[match.end - 1] as number)
  const range = inWholeWords(text, withPunctuation(text, exact, [from, to]))
  const isExact = match.errors === 0 && flat(text.slice(...range)) === flat(exact)
  return { range, likeness: 1 - match.errors / length, isExact }
}

/** The signs that the quote begins and ends with, where they stand there too. */
function withPunctuation(text: string, exact: string, [from, to]: Range): Range {
  const { starts } = fold(exact)
  const lead = [...exact.slice(0, starts[0])].reverse()
  const trail = [...exact.slice(endAt(exact, starts.at(-1) as number))]
  return [from - alike(text, from, lead, -1), to + alike(text, to, trail, 1)]
}

export const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
