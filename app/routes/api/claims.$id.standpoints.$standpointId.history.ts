import { findStandpoint, versionsOf } from '#app/features/claims/wording/wording.server.ts'
import { wordingHistoryAnswer } from '#app/features/exchange/answers/wording/wording-history-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const history = endpoint({
  get: reading(
    { summary: 'What a standpoint said, the newest first.', answers: 'wordingHistory' },
    async ({ db, params }) => {
      const { id } = await findStandpoint(db, params.id, params.standpointId)
      return wordingHistoryAnswer(await versionsOf(db, { kind: 'standpoint', id }))
    },
  ),
})

export const loader = history
export const action = history
