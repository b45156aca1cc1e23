import { editStandpoint } from '#app/features/ballots/earlier/reword.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { StandpointEdit } from '#app/features/claims/wording/wording.ts'
import { claimAnswer } from '#app/features/exchange/answers/claim-answer.server.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const standpoint = endpoint({
  patch: writing(
    {
      summary:
        'Writes down anew what a standpoint that you added says. Where the meaning changed, votes from it are set apart.',
      answers: 'claim',
      body: StandpointEdit,
    },
    async ({ db, member, params, body }) => {
      await editStandpoint(db, member, params.id, params.standpointId, body)
      return there(claimAnswer(await findClaim(db, params.id)))
    },
  ),
})

export const loader = standpoint
export const action = standpoint
