import { editClaim } from '#app/features/ballots/earlier/reword.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { ClaimEdit } from '#app/features/claims/wording/wording.ts'
import { claimAnswer } from '#app/features/exchange/answers/claim-answer.server.ts'
import { endpoint, reading, there, writing } from '#app/http/api.server.ts'

const claim = endpoint({
  get: reading({ summary: 'A claim with its standpoints and framings.', answers: 'claim' }, async ({ db, params }) =>
    claimAnswer(await findClaim(db, params.id)),
  ),
  patch: writing(
    {
      summary:
        'Writes down anew what a claim that you proposed says; what is left out stays. Where the meaning changed, votes so far are set apart.',
      answers: 'claim',
      body: ClaimEdit,
    },
    async ({ db, member, params, body }) => {
      await editClaim(db, member, params.id, body)
      return there(claimAnswer(await findClaim(db, params.id)))
    },
  ),
})

export const loader = claim
export const action = claim
