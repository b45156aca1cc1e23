import { findFraming } from '#app/features/claims/framings.server.ts'
import { Merge } from '#app/features/claims/wording/wording.ts'
import { framingAnswer } from '#app/features/exchange/answers/framing-answer.server.ts'
import { mergeFramings } from '#app/features/moderation/merging/merge-framings.server.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const merge = endpoint({
  put: writing(
    {
      summary: 'Merges a framing into another, for good, and answers that one. For moderators.',
      answers: 'framing',
      body: Merge,
    },
    async ({ db, member, params, body }) => {
      await mergeFramings(db, member, params.id, body)
      return there(framingAnswer(await findFraming(db, body.into)))
    },
  ),
})

export const loader = merge
export const action = merge
