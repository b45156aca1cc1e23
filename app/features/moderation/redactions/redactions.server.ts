import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { maskAnnotations } from '#app/features/annotations/masking/mask-annotations.server.ts'
import { maskAnswers } from '#app/features/classifying/masking/mask-answers.server.ts'
import { maskDrafts } from '#app/features/discussion/drafts/masking/mask-drafts.server.ts'
import { maskQuotes } from '#app/features/discussion/quotes/masking/mask-quotes.server.ts'
import { maskMachineWords } from '#app/features/labels/masking/mask-machine-words.server.ts'
import { maskMail } from '#app/features/mail/masking/mask-mail.server.ts'
import { type Redacted, redactTranscript } from '#app/features/transcripts/redacting/redact-transcript.server.ts'
import { mayRedact, RedactionDraft } from '#app/features/transcripts/redacting/redaction.ts'
import { findTranscriptFacts } from '#app/features/transcripts/transcripts.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { maskOf } from '#app/lib/mask.ts'
import { invalid, notAllowed } from '#app/lib/refusal.ts'
import { shortened, slice } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Copy, selectHolding } from './copies.queries.server.ts'
import * as queries from './redactions.queries.server.ts'

/** A masking of words, which are kept nowhere. */
export interface Redaction {
  id: string
  handle: string
  places: number
  why: string
  at: number
  /** What members had written that held the words themselves, and was left; for those who may redact. */
  copies: (Copy & { handle: string | null })[]
}

/** Masks words of a transcript wherever they stand and wherever they were copied to, for good. `comments` are those in which quotes were masked. */
export async function redact(db: Db, member: Member, transcriptId: string, draft: RedactionDraft) {
  await findRedactable(db, member, transcriptId)
  const { words, why } = parse(RedactionDraft, draft)
  if (why.includes(words)) throw invalid({ why: 'This repeats the words: say it without them.' })
  return inTransaction(db, async (tx) => {
    const redacted = await redactTranscript(tx, transcriptId, words)
    const comments = await maskCopies(tx, transcriptId, words, redacted)
    const { places, hide } = redacted
    const row = { id: newId(), transcript_id: transcriptId, member_id: member.id, places, why, at: now() }
    await queries.insertRedaction(tx, row)
    const copies = await selectHolding(tx, words)
    if (copies.length > 0)
      await queries.insertCopies(
        tx,
        copies.map((copy) => ({ redaction_id: row.id, ...copy })),
      )
    await record(tx, member, 'transcript.redacted', { kind: 'transcript', id: transcriptId })
    return { id: row.id, places, hide, comments }
  })
}

async function maskCopies(tx: Db, transcriptId: string, words: string, { hide, marked }: Redacted) {
  await maskMachineWords(tx, transcriptId, hide)
  await maskAnswers(tx, transcriptId, words, hide)
  await maskAnnotations(tx, transcriptId, hide)
  await maskDrafts(tx, transcriptId, words, hide)
  await maskMail(tx, changesInMail(words, marked))
  return maskQuotes(tx, transcriptId, hide)
}

// As notifications name marked words: see titlesOf there.
const [mostRead, mostTitle] = [200, 120]

/** Mails say how marked words begin, on one line. */
function changesInMail(words: string, marked: Redacted['marked']) {
  const title = (exact: string) => shortened(slice(exact, 0, mostRead), mostTitle)
  const titles = new Map(marked.map(({ before, after }) => [title(before), title(after)]))
  for (const own of [words, words.replace(/\s+/g, ' ').trim()]) titles.set(own, maskOf(own))
  return [...titles].map(([from, to]) => ({ from, to }))
}

/** A transcript of which the member may mask words. */
export async function findRedactable(db: Db, member: Member | null, transcriptId: string) {
  const transcript = await findTranscriptFacts(db, transcriptId)
  if (!mayRedact(member, transcript)) throw notAllowed('Moderators and who brought a transcript redact it.')
  return transcript
}

/** What was masked in a transcript, by whom and why, the newest first. */
export async function redactionsOf(db: Db, transcriptId: string, reader: Member | null): Promise<Redaction[]> {
  const rows = await queries.selectRedactions(db, transcriptId)
  const isAllowed = mayRedact(reader, await findTranscriptFacts(db, transcriptId))
  const ids = rows.map(({ id }) => id)
  const copies = isAllowed && ids.length > 0 ? await queries.selectCopies(db, ids) : []
  const found = Map.groupBy(copies, (copy) => copy.redaction_id)
  return rows.map((row) => ({
    ...row,
    copies: (found.get(row.id) ?? []).map(({ kind, id, handle }) => ({ kind, id, handle })),
  }))
}
