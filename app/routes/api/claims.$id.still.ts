import { confirmVotes, withdrawEarlier } from '#app/features/ballots/earlier/earlier.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { tallyAnswer } from '#app/features/exchange/answers/judging/tally-answer.server.ts'
import { deleting, endpoint, there } from '#app/http/api.server.ts'

const still = endpoint({
  put: deleting(
    {
      summary: 'Says the same of a claim as it reads now: casts all of your votes on its earlier words anew.',
      answers: 'tally',
    },
    async ({ db, member, params, intervals }) => {
      await confirmVotes(db, member, (await findClaim(db, params.id)).id)
      return there(tallyAnswer(await tallyOf(db, params.id, { intervals })))
    },
  ),
  delete: deleting(
    { summary: 'Takes all of your votes on the earlier words of a claim back.', answers: 'tally' },
    async ({ db, member, params, intervals }) => {
      await withdrawEarlier(db, member, (await findClaim(db, params.id)).id)
      return there(tallyAnswer(await tallyOf(db, params.id, { intervals })))
    },
  ),
})

export const loader = still
export const action = still
