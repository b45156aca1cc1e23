import { ClaimDraft } from '#app/features/claims/claim.ts'
import { newestClaims, proposeClaim } from '#app/features/claims/claims.server.ts'
import { claimAnswer } from '#app/features/exchange/answers/claim-answer.server.ts'
import { endpoint, made, reading, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const claims = endpoint({
  get: reading({ summary: 'Claims, newest first.', answers: 'claim[]' }, async ({ db, url }) => {
    const { items, next } = await newestClaims(db, pageOf(url))
    return { items: items.map(claimAnswer), next }
  }),
  post: writing(
    {
      summary: 'Put up a claim: a case with framings, a variant of a case, or, without either, a proposition.',
      answers: 'claim',
      body: ClaimDraft,
    },
    async ({ db, member, body }) => {
      const claim = await proposeClaim(db, member, body)
      return made(claimAnswer(claim), `/api/v1/claims/${claim.id}`)
    },
  ),
})

export const loader = claims
export const action = claims
