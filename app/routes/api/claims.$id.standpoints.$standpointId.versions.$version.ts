import { disputeWords } from '#app/features/ballots/earlier/reword.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { findStandpoint } from '#app/features/claims/wording/wording.server.ts'
import { Dispute } from '#app/features/claims/wording/wording.ts'
import { claimAnswer } from '#app/features/exchange/answers/claim-answer.server.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const version = endpoint({
  patch: writing(
    {
      summary:
        'Says of an edit that was said to keep the meaning of a standpoint that it changed it: votes from before it are set apart. For moderators.',
      answers: 'claim',
      body: Dispute,
    },
    async ({ db, member, params, body: { why } }) => {
      const { id } = await findStandpoint(db, params.id, params.standpointId)
      await disputeWords(db, member, { kind: 'standpoint', id }, Number(params.version), { why })
      return there(claimAnswer(await findClaim(db, params.id)))
    },
  ),
})

export const loader = version
export const action = version
