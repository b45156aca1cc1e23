import { invalid } from '#app/lib/refusal.ts'
import type { Place, Span } from '../excerpt.ts'

/** What the marking forms send: words, or where they start and end as `turn.offset`, or that everything is meant. */
export interface MarkFields {
  words?: string
  turn?: string
  start?: string
  end?: string
  whole?: string
}

/** From the first sentence to the last. */
export function spanOf({ start, end }: MarkFields): Span {
  const [from, to] = [placeOf(start), placeOf(end)]
  if (!from && !to) throw invalid({ words: 'Give the words, or choose the first and the last sentence.' })
  if (!from) throw invalid({ words: 'Choose the first sentence, too.' })
  if (!to) throw invalid({ words: 'Choose the last sentence, too.' })
  return { start: from, end: to }
}

/** Reads `turn.offset`. */
export function placeOf(text: string | null | undefined): Place | undefined {
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(text ?? '')
  return match ? { turn: Number(match[1]), offset: Number(match[2]) } : undefined
}

export function numberOf(text: string | null | undefined): number | undefined {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
