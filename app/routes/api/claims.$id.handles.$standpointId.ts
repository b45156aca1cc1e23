import { HandleDraft } from '#app/features/ballots/ballot.ts'
import { sayHandle, takeBackHandle } from '#app/features/ballots/ballots.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { tallyAnswer } from '#app/features/exchange/answers/judging/tally-answer.server.ts'
import { deleting, endpoint, there, writing } from '#app/http/api.server.ts'

const handleVote = endpoint({
  put: writing(
    {
      summary: 'Say which framing is the name to use from a standpoint; null for none of these.',
      answers: 'tally',
      body: HandleDraft,
    },
    async ({ db, member, params, intervals, body }) => {
      await sayHandle(db, member, params.id, params.standpointId, body.framingId)
      return there(tallyAnswer(await tallyOf(db, params.id, { intervals })))
    },
  ),
  delete: deleting({ summary: 'Take the name back.', answers: 'tally' }, async ({ db, member, params, intervals }) => {
    await takeBackHandle(db, member, params.id, params.standpointId)
    return there(tallyAnswer(await tallyOf(db, params.id, { intervals })))
  }),
})

export const loader = handleVote
export const action = handleVote
