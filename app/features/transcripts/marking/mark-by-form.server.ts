import type { Member } from '#app/features/accounts/member.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Place, Span } from '../excerpt.ts'
import { excerptAt, excerptOfQuote, wholeExcerpt } from '../excerpts.server.ts'

/** What the marking forms send: words, or where they start and end as `turn.offset`, or that everything is meant. */
export interface MarkFields {
  words?: string
  turn?: string
  start?: string
  end?: string
  whole?: string
}

/** Marks what a form says. Whatever is wrong is said beside the words, the one field that there always is. */
export async function markByForm(db: Db, member: Member, transcriptId: string, fields: MarkFields) {
  try {
    return await mark(db, member, transcriptId, fields)
  } catch (error) {
    throw isRefusal(error) && error.kind === 'invalid' ? invalid({ words: error.message }) : error
  }
}

function mark(db: Db, member: Member, transcriptId: string, fields: MarkFields) {
  const words = fields.words?.trim()
  if (fields.whole) return wholeExcerpt(db, member, transcriptId)
  if (!words) return excerptAt(db, member, transcriptId, spanOf(fields))
  const turn = numberOf(fields.turn)
  return excerptOfQuote(db, member, transcriptId, { exact: words, turn })
}

function spanOf({ start, end }: MarkFields): Span {
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
