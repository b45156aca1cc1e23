import { framingOverClaims } from '#app/features/ballots/tallies.server.ts'
import { claimsJudgedBy, findFraming } from '#app/features/claims/framings.server.ts'
import { fullFramingAnswer } from '#app/features/exchange/answers/framing-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const framing = endpoint({
  get: reading(
    { summary: 'A framing, and how it fares on the newest 100 of its claims.', answers: 'framing' },
    async ({ db, params }) => {
      const framing = await findFraming(db, params.id)
      const { items: claims } = await claimsJudgedBy(db, framing.id, { limit: 100, after: null })
      return fullFramingAnswer(framing, claims, await framingOverClaims(db, framing.id, claims))
    },
  ),
})

export const loader = framing
export const action = framing
