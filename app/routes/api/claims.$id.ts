import { findClaim } from '#app/features/claims/claims.server.ts'
import { claimAnswer } from '#app/features/exchange/answers/claim-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const claim = endpoint({
  get: reading({ summary: 'A claim with its standpoints and framings.', answers: 'claim' }, async ({ db, params }) =>
    claimAnswer(await findClaim(db, params.id)),
  ),
})

export const loader = claim
export const action = claim
