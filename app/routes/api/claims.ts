import { ClaimDraft } from '#app/features/claims/claim.ts'
import { claimsLike, proposeClaim } from '#app/features/claims/claims.server.ts'
import { claimAnswer } from '#app/features/exchange/answers/claim-answer.server.ts'
import { claimsListed } from '#app/features/opinions/claims-list/claims-list.server.ts'
import { listedBy, sorts } from '#app/features/opinions/claims-list/sort.ts'
import { endpoint, made, reading, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const claims = endpoint({
  get: reading(
    {
      summary: 'Claims, newest first or by another order.',
      answers: 'claim[]',
      query: {
        sort: `One of ${sorts.join(', ')}`,
        kind: 'case or proposition',
        like: 'A statement: instead of a list, the few claims that say much the same, the most alike first',
      },
    },
    async ({ db, member, url, intervals }) => {
      const like = url.searchParams.get('like')
      if (like !== null) return { items: (await claimsLike(db, like)).map(claimAnswer), next: null }
      const { items, next } = await claimsListed(db, member, listedBy(url), pageOf(url), intervals)
      return { items: items.map(({ claim }) => claimAnswer(claim)), next }
    },
  ),
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
