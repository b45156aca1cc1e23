import { findFraming } from '#app/features/claims/framings.server.ts'
import { versionsOf } from '#app/features/claims/wording/wording.server.ts'
import { wordingHistoryAnswer } from '#app/features/exchange/answers/wording/wording-history-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const history = endpoint({
  get: reading(
    { summary: 'What a framing said, the newest first.', answers: 'wordingHistory' },
    async ({ db, params }) => {
      const { id } = await findFraming(db, params.id)
      return wordingHistoryAnswer(await versionsOf(db, { kind: 'framing', id }))
    },
  ),
})

export const loader = history
export const action = history
