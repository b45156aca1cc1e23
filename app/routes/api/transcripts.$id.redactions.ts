import { redactionAnswer } from '#app/features/exchange/answers/redacting/redaction-answer.server.ts'
import { redactionsOf } from '#app/features/moderation/redactions/redactions.server.ts'
import { RedactionDraft } from '#app/features/transcripts/redacting/redaction.ts'
import { endpoint, made, reading, writing } from '#app/http/api.server.ts'
import { redactEverywhere } from '#app/http/redacting.server.ts'

const redactions = endpoint({
  get: reading(
    {
      summary: 'What was masked in a transcript, by whom and why, the newest first; not the words.',
      answers: 'redaction[]',
    },
    async ({ db, params, member }) => {
      const all = await redactionsOf(db, params.id, member)
      return { items: all.map((one) => redactionAnswer(params.id, one)), next: null }
    },
  ),
  post: writing(
    {
      summary:
        'Masks words of a transcript for good, wherever they stand in it and were copied to. For moderators and who brought it.',
      answers: 'redaction',
      body: RedactionDraft,
    },
    async ({ db, member, params, body }) => {
      const { id } = await redactEverywhere(db, member, params.id, body)
      const done = (await redactionsOf(db, params.id, member)).find((one) => one.id === id)
      if (!done) throw new Error('a redaction that was written is not there')
      return made(redactionAnswer(params.id, done), `/api/v1/transcripts/${params.id}/redactions`)
    },
  ),
})

export const loader = redactions
export const action = redactions
