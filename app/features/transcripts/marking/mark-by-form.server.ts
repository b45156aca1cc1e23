import type { Member } from '#app/features/accounts/member.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { excerptAt, excerptOfQuote, wholeExcerpt } from '../excerpts.server.ts'
import { type MarkFields, numberOf, spanOf } from './mark-fields.ts'

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
