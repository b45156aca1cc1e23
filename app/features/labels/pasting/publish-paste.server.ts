import type { Member } from '#app/features/accounts/member.ts'
import { refuseInFields } from '#app/features/transcripts/bringing/bring-pasted.server.ts'
import { draftOf, type PasteFields } from '#app/features/transcripts/bringing/pasted.ts'
import { excerptAt } from '#app/features/transcripts/excerpts.server.ts'
import { markedIn, type Paste, turnsIn } from '#app/features/transcripts/pasting/paste.ts'
import { checkDraft, findPaste, publishOnce } from '#app/features/transcripts/pasting/pastes.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import { shortened } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { LabelDraft } from '../label.ts'
import { type ChosenLabel, labelExcerpt } from '../labellings.server.ts'
import { allLabelNames, findLabel, newestLabels } from '../labels.server.ts'

const offered = 8

/** The labels to choose from at one's first words: those that are on most words, with what they mean, and the names of the others. */
export async function labelsOffered(db: Db) {
  const { items } = await newestLabels(db, { limit: 200, after: null })
  const open = items.filter((label) => label.retiredAt === null && label.mergedInto === null)
  const first = open.sort((a, b) => b.used - a.used).slice(0, offered)
  const shown = new Set(first.map(({ id }) => id))
  const names = (await allLabelNames(db)).filter(({ id, retiredAt }) => retiredAt === null && !shown.has(id))
  return { first, others: names }
}

/** Refuses what could not be published, while whoever chose it still has the form. */
export async function checkPublishing(db: Db, secret: string) {
  const paste = await findPaste(db, secret)
  checkDraft(paste)
  if (!markedIn(paste, turnsIn(paste).turns)) throw invalid({ form: 'Mark some words first.' })
  const chosen = chosenIn(paste.said)
  if (!chosen.labelId) return void parse(LabelDraft, { name: chosen.name ?? '', definition: chosen.definition })
  const isThere = (await allLabelNames(db)).some(({ id, retiredAt }) => id === chosen.labelId && retiredAt === null)
  if (!isThere) throw invalid({ form: 'That label is not there any more. Choose another.' })
}

/** What waits to be published until somebody signs in, as they are told of it. */
export interface Waiting {
  words: string
  label: string
}

const shownLength = 300

export async function waitingOf(db: Db, paste: Paste | null): Promise<Waiting | null> {
  const marked = paste?.said.wish === 'publish' ? markedIn(paste, turnsIn(paste).turns) : undefined
  if (!paste || !marked) return null
  const { labelId, name = '' } = chosenIn(paste.said)
  const label = labelId ? (await findLabel(db, labelId)).name : name
  return { words: shortened(marked.words.slice(0, 2 * shownLength), shownLength), label }
}

/** A label that was tapped goes before a name that stands typed beside it. */
const chosenIn = ({ labelId, name, definition }: PasteFields): ChosenLabel =>
  labelId ? { labelId } : { name, definition }

/** Makes of a paste what it was to become, all or nothing: the transcript, the marked words and the label on them. Answers the excerpt's id, to whoever asks again too. */
export async function publishPaste(db: Db, member: Member, secret: string): Promise<string> {
  const paste = await findPaste(db, secret)
  if (paste.excerptId) return paste.excerptId
  const { turns } = turnsIn(paste)
  const marked = markedIn(paste, turns)
  return inTransaction(db, (tx) =>
    publishOnce(tx, secret, async () => {
      if (!marked) throw invalid({ form: 'Mark some words first.' })
      const { transcript } = await addTranscript(tx, member, draftOf(paste.said, turns)).catch(refuseInFields)
      const { excerpt } = await excerptAt(tx, member, transcript.id, marked.span, marked.words)
      await labelExcerpt(tx, member, excerpt.id, chosenIn(paste.said))
      return excerpt.id
    }),
  )
}
