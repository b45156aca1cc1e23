import type { Member } from '#app/features/accounts/member.ts'
import { maskPreviews } from '#app/features/exchange/importing/masking/mask-previews.server.ts'
import { redact } from '#app/features/moderation/redactions/redactions.server.ts'
import type { RedactionDraft } from '#app/features/transcripts/redacting/redaction.ts'
import { withTexts } from '#app/lib/mask.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './idempotency.queries.server.ts'

/** Masks words of a transcript for good, also in the answers that are kept for those who ask again. */
export async function redactEverywhere(db: Db, member: Member, transcriptId: string, draft: RedactionDraft) {
  return inTransaction(db, async (tx) => {
    const { id, places, hide, comments } = await redact(tx, member, transcriptId, draft)
    const asWritten = JSON.stringify(draft.words.trim()).slice(1, -1)
    await maskPreviews(tx, hide)
    await maskAnswers(tx, [asWritten, transcriptId, ...comments], hide)
    return { id, places }
  })
}

/** What the API and annotations call what is text; whatever words they are made of, names of kinds and places stay. */
const texts = [
  ...['title', 'source', 'speaker', 'text', 'exact', 'prefix', 'suffix'],
  ...['body', 'html', 'bodyValue', 'value', 'note', 'words', 'description', 'definition'],
]

// Each is looked for in every answer.
const partsAtOnce = 100

/** In answers that hold one of these: the words, or ids of what was masked. */
async function maskAnswers(tx: Db, parts: string[], hide: (copy: string) => string) {
  const isText = (key: string, _: object, under: string) => texts.includes(key) || under === 'scores'
  for (let from = 0; from < parts.length; from += partsAtOnce)
    for (const row of await queries.selectAnswersWith(tx, parts.slice(from, from + partsAtOnce))) {
      const masked = withTexts(JSON.parse(row.answer ?? 'null'), isText, hide)
      await queries.updateAnswer(tx, row.member_id, row.key, JSON.stringify(masked))
    }
}
