import { findClaim } from '#app/features/claims/claims.server.ts'
import { overTimeAsked } from '#app/features/exchange/answers/judging/over-time-asked.server.ts'
import { tallyDaysAnswer } from '#app/features/exchange/answers/judging/tally-days-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const tallyDays = endpoint({
  get: reading(
    {
      summary: 'How each cell stood at the end of every UTC day that is over, and in which it changed.',
      answers: 'tallyDays',
      query: { framing: 'Of one framing only, by id', standpoint: 'From one standpoint only, by id' },
    },
    async ({ db, params, url }) => {
      const claim = await findClaim(db, params.id)
      return tallyDaysAnswer(claim.id, await overTimeAsked(db, claim, url.searchParams))
    },
  ),
})

export const loader = tallyDays
export const action = tallyDays
