import { addStandpoint } from '#app/features/claims/framings.server.ts'
import { StandpointDraft } from '#app/features/claims/standpoint.ts'
import { standpointAnswer } from '#app/features/exchange/answers/claim-answer.server.ts'
import { endpoint, made, there, writing } from '#app/http/api.server.ts'

const standpoints = endpoint({
  post: writing(
    { summary: 'Add a standpoint to a claim.', answers: 'standpoint', body: StandpointDraft },
    async ({ db, member, params, body }) => {
      const standpoint = await addStandpoint(db, member, params.id, body)
      const answer = standpoint.isNew ? made : there
      return answer(standpointAnswer(standpoint), `/api/v1/claims/${params.id}`)
    },
  ),
})

export const loader = standpoints
export const action = standpoints
