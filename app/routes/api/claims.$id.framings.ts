import { FramingDraft } from '#app/features/claims/framing.ts'
import { proposeFraming } from '#app/features/claims/framings.server.ts'
import { framingAnswer } from '#app/features/exchange/answers/framing-answer.server.ts'
import { endpoint, made, there, writing } from '#app/http/api.server.ts'

const framings = endpoint({
  post: writing(
    {
      summary: 'Propose a framing for a case, by id or name, with a rationale.',
      answers: 'framing',
      body: FramingDraft,
    },
    async ({ db, member, params, body }) => {
      const framing = await proposeFraming(db, member, params.id, body)
      const answer = framing.isNew ? made : there
      return answer(framingAnswer(framing), `/api/v1/framings/${framing.id}`)
    },
  ),
})

export const loader = framings
export const action = framings
