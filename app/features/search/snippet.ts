import { slice } from '#app/lib/text.ts'
import type { Piece } from './entry.ts'
import type { Term } from './query.ts'
import { type Word, wordsOf } from './words.ts'

const mostWords = 30
const wordsBefore = 6
// Behind so many letters no hit is looked for; a text of that length begins its snippet at its beginning.
const mostLetters = 200_000

interface Span {
  from: number
  to: number
  term: number
}

/** The part of a text with the most of what was looked for, hits apart from the rest. */
export function snippetOf(text: string, terms: readonly Term[]): { pieces: Piece[]; hits: number } {
  const read = text.slice(0, mostLetters)
  const words = wordsOf(read)
  const spans = spansOf(words, terms)
  const first = bestStart(spans)
  const from = Math.max(0, first - wordsBefore)
  const to = Math.min(words.length, from + mostWords)
  const shown = spans.filter((span) => span.from >= from && span.to <= to)
  return { pieces: piecesOf(read, words, from, to, shown), hits: new Set(spans.map(({ term }) => term)).size }
}

/** All of a short text, hits apart from the rest. */
export function marked(text: string, terms: readonly Term[]): Piece[] {
  const words = wordsOf(text)
  return piecesOf(text, words, 0, words.length, spansOf(words, terms))
}

/** Where terms stand, as ranges of words, the end exclusive, in the order of the text. */
function spansOf(words: Word[], terms: readonly Term[]): Span[] {
  const spans: Span[] = []
  words.forEach((_, at) => {
    terms.forEach((term, n) => {
      if (!term.isNot && standsAt(words, at, term)) spans.push({ from: at, to: at + term.words.length, term: n })
    })
  })
  return spans
}

function standsAt(words: Word[], at: number, { words: wanted, isPrefix }: Term): boolean {
  return wanted.every((word, n) => {
    const there = words[at + n]?.word
    return isPrefix && n === wanted.length - 1 ? there?.startsWith(word) : there === word
  })
}

/** The hit from which on a snippet holds the most different terms; the first one where several do. */
function bestStart(spans: Span[]): number {
  let best = { start: spans[0]?.from ?? 0, different: 0 }
  spans.forEach(({ from }, n) => {
    const seen = new Set<number>()
    for (let k = n; k < spans.length && (spans[k] as Span).to <= from + mostWords - wordsBefore; k++)
      seen.add((spans[k] as Span).term)
    if (seen.size > best.different) best = { start: from, different: seen.size }
  })
  return best.start
}

function piecesOf(text: string, words: Word[], from: number, to: number, spans: Span[]): Piece[] {
  const start = from === 0 ? 0 : (words[from]?.start ?? 0)
  const end = to === words.length ? text.length : (words[to - 1]?.end ?? 0)
  const pieces: Piece[] = from > 0 ? [ellipsis] : []
  let at = start
  for (const span of spans) {
    const [hitStart, hitEnd] = [words[span.from]?.start ?? at, words[span.to - 1]?.end ?? at]
    if (hitStart < at) continue
    pieces.push(
      { text: flat(text.slice(at, hitStart)), isHit: false },
      { text: flat(text.slice(hitStart, hitEnd)), isHit: true },
    )
    at = hitEnd
  }
  pieces.push({ text: flat(text.slice(at, end)), isHit: false }, ...(end < text.length ? [ellipsis] : []))
  return pieces.filter((piece) => piece.text !== '')
}

const ellipsis: Piece = { text: ' … ', isHit: false }

// What has no spaces, as a row of dashes or Chinese, may be long without being many words.
const mostOfPiece = 300
const flat = (text: string) => slice(text, 0, mostOfPiece).replace(/\s+/g, ' ')
