import type { Member } from '#app/features/accounts/member.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Transcript } from '../transcript.ts'
import { addTranscript } from '../transcripts.server.ts'
import { draftOf, type PasteFields, previewOf } from './pasted.ts'

/** Keeps pasted turns; nothing when they were not looked at yet, or the text is another one than was looked at. */
export async function bringPasted(db: Db, member: Member | null, fields: PasteFields): Promise<Transcript | undefined> {
  if (!fields.text?.trim()) throw invalid({ text: 'Paste a dialogue or a scratchpad.' })
  const preview = previewOf(fields)
  if (fields.intent !== 'save' || !fields.previewed || preview.isChanged) return undefined
  if (!member) throw invalid({ form: 'Not kept yet: sign in first, in another tab. What you typed stays here.' })
  const adding = addTranscript(db, member, draftOf(fields, preview.turns))
  return (await adding.catch(refuseInFields)).transcript
}

/** What is wrong with a turn, or with all of them, is said beside the text. */
export function refuseInFields(error: unknown): never {
  throw isRefusal(error) ? inFields(error.kind, error.errors, error.message) : error
}

function inFields(kind: string, errors: Record<string, string[]>, message: string) {
  if (kind !== 'invalid') return invalid({ text: message })
  const named = Object.entries(errors).map(([field, said]) => {
    const turn = /^turns\.(\d+)/.exec(field)?.[1]
    return [field.startsWith('turns') ? 'text' : field, turn ? `Turn ${turn}: ${said.join(' ')}` : said.join(' ')]
  })
  return invalid(Object.fromEntries(named))
}
