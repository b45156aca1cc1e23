import { findClaim } from '#app/features/claims/claims.server.ts'
import { versionsOf } from '#app/features/claims/wording/wording.server.ts'
import { wordingHistoryAnswer } from '#app/features/exchange/answers/wording/wording-history-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const history = endpoint({
  get: reading(
    { summary: 'What a claim said, the newest first.', answers: 'wordingHistory' },
    async ({ db, params }) => {
      const { id } = await findClaim(db, params.id)
      return wordingHistoryAnswer(await versionsOf(db, { kind: 'claim', id }))
    },
  ),
})

export const loader = history
export const action = history
