import { invalid } from '#app/lib/refusal.ts'
import { lengthOf } from '#app/lib/text.ts'
import { type PasteFields, type Preview, previewOf } from '../bringing/pasted.ts'
import { checkOffsets, checkTurns, type Span, wordsOf } from '../excerpt.ts'
import { spanOf } from '../marking/mark-fields.ts'
import type { Turn } from '../transcript.ts'

/** Of a paste's text, in UTF-8. */
export const mostPasteBytes = 2_000_000
/** Of all pastes that wait together. */
export const mostWaitingBytes = 200_000_000
export const pasteHours = 24

/** What somebody pasted and has yet to publish, with what they chose for it so far. */
export interface Paste {
  text: string
  said: PasteFields
  /** What it became. */
  excerptId: string | null
}

const known =
  /^(?:previewed|start|end|title|model|condition|source|licence|completeness|labelId|name|definition|wish|as\..{0,60})$/su
/** Any turn may be in the wrong role: of these there are as many as turns. */
const aRole = /^role\.\d{1,4}$/
const mostRole = 20
const mostSaid = 80
const mostLength = 5000

/** Of a form's fields, those that a paste keeps beside its text. */
export function saidIn(fields: PasteFields): PasteFields {
  const entries = Object.entries(fields)
  const roles = entries.filter(([name, value]) => aRole.test(name) && value && value.length <= mostRole)
  const kept = entries.filter(([name, value]) => known.test(name) && (value ?? '').length <= mostLength)
  return Object.fromEntries([...roles, ...kept.slice(0, mostSaid)])
}

export function turnsIn({ text, said }: Pick<Paste, 'text' | 'said'>): Preview {
  return previewOf({ ...said, text })
}

/** The span that a form marks, where it lies within these turns. */
export function spanIn(turns: Turn[], fields: PasteFields): Span {
  if (!fields.start && !fields.end) throw invalid({ words: 'Choose the first and the last sentence.' })
  const span = spanOf(fields)
  const textOf = (turn: number) => turns[turn]?.text ?? ''
  checkTurns(span, turns.length)
  checkOffsets(span, textOf)
  return span
}

/** The marked words of a paste, and where; nothing while none are marked. */
export function markedIn(paste: Pick<Paste, 'said'>, turns: Turn[]): { span: Span; words: string } | undefined {
  if (!paste.said.start || !paste.said.end) return undefined
  const span = spanIn(turns, paste.said)
  return { span, words: wordsOf(span, (turn) => turns[turn]?.text ?? '') }
}

/** All of a turn, as the form sends it. */
export const wholeTurn = (number: number, { text }: Turn) => ({
  start: `${number}.0`,
  end: `${number}.${lengthOf(text)}`,
})

export function refuseTooLong(text: string): number {
  const bytes = new TextEncoder().encode(text).length
  if (!text.trim()) throw invalid({ text: 'Paste a dialogue or a scratchpad.' })
  if (bytes > mostPasteBytes)
    throw invalid({
      text: `This is ${(bytes / 1_000_000).toFixed(1)} MB, and 2 MB fit here. It is all still below: take the part that matters, or sign in and import it as a file.`,
    })
  return bytes
}
