import { type Span, wordsOf } from '#app/features/transcripts/excerpt.ts'
import { findQuote } from '#app/features/transcripts/quotes/find-quote.ts'
import { type Asked, everything } from '../question.ts'
import type { ReadAnswer, SaidQuote } from '../reading/read-answer.ts'

/** A quote of an answer, and where it stands: its words there, or why it was not found. */
export interface PlacedQuote {
  quote: string
  span: Span | null
  exact: string
  why: string | null
}

/** Where the quotes of an answer stand in what was asked about. An answer that says no has none: nothing shows that a label does not fit. */
export function placesOf(asked: Asked, answer: ReadAnswer): PlacedQuote[] {
  if ('unread' in answer || !answer.fits) return []
  const texts = asked.turns.map(({ text }) => text)
  return answer.quotes.map((quote) => placeOf(texts, asked.turn, quote))
}

function placeOf(texts: string[], asked: number, { exact: quote, prefix, suffix }: SaidQuote): PlacedQuote {
  const [from, searched] = asked === everything ? [0, texts] : [asked, texts.slice(asked, asked + 1)]
  const found = findQuote(searched, { exact: quote, prefix, suffix })
  if (found.kind === 'found') {
    const span = shifted(found.span, from)
    return { quote, span, exact: wordsOf(span, (turn) => texts[turn] ?? ''), why: null }
  }
  const why =
    found.kind === 'missing'
      ? 'These words do not stand in it.'
      : `These words stand in ${found.isMore ? 'more than ' : ''}${found.spans.length.toLocaleString('en')} places.`
  return { quote, span: null, exact: '', why }
}

const shifted = ({ start, end }: Span, by: number): Span => ({
  start: { ...start, turn: start.turn + by },
  end: { ...end, turn: end.turn + by },
})
