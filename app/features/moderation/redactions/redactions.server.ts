import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { maskAnnotations } from '#app/features/annotations/masking/mask-annotations.server.ts'
import { maskQuotes } from '#app/features/discussion/quotes/masking/mask-quotes.server.ts'
import { maskMachineWords } from '#app/features/labels/masking/mask-machine-words.server.ts'
import { redactTranscript } from '#app/features/transcripts/redacting/redact-transcript.server.ts'
import { mayRedact, RedactionDraft } from '#app/features/transcripts/redacting/redaction.ts'
import { findTranscriptFacts } from '#app/features/transcripts/transcripts.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { notAllowed } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './redactions.queries.server.ts'

/** Masks words of a transcript wherever they stand and wherever they were copied to, for good; says in how many places. */
export async function redact(db: Db, member: Member, transcriptId: string, draft: RedactionDraft): Promise<number> {
  await findRedactable(db, member, transcriptId)
  const { words, why } = parse(RedactionDraft, draft)
  return inTransaction(db, async (tx) => {
    const { places, hide } = await redactTranscript(tx, transcriptId, words)
    await maskMachineWords(tx, transcriptId, hide)
    await maskAnnotations(tx, transcriptId, hide)
    await maskQuotes(tx, transcriptId, hide)
    const row = { id: newId(), transcript_id: transcriptId, member_id: member.id, places, why, at: now() }
    await queries.insertRedaction(tx, row)
    await record(tx, member, 'transcript.redacted', { kind: 'transcript', id: transcriptId })
    return places
  })
}

/** A transcript of which the member may mask words. */
export async function findRedactable(db: Db, member: Member | null, transcriptId: string) {
  const transcript = await findTranscriptFacts(db, transcriptId)
  if (!mayRedact(member, transcript)) throw notAllowed('Moderators and who brought a transcript redact it.')
  return transcript
}

/** What was masked in a transcript, by whom and why, the newest first. */
export const redactionsOf = queries.selectRedactions
