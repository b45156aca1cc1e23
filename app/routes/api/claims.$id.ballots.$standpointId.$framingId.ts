import { BallotDraft } from '#app/features/ballots/ballot.ts'
import { castBallot, withdrawBallot } from '#app/features/ballots/ballots.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { tallyAnswer } from '#app/features/exchange/answers/judging/tally-answer.server.ts'
import { checkMovedBy } from '#app/features/opinions/moving/moving.server.ts'
import { deleting, endpoint, there, writing } from '#app/http/api.server.ts'
import type { Params } from '#app/http/context.server.ts'

const cellOf = ({ id, standpointId, framingId }: Params) => ({ claimId: id, standpointId, framingId })

const ballot = endpoint({
  put: writing(
    { summary: 'Cast or change the ballot on a framing from a standpoint.', answers: 'tally', body: BallotDraft },
    async ({ db, member, params, intervals, body: { verdict, ...how } }) => {
      await checkMovedBy(db, member, how.movedBy)
      await castBallot(db, member, cellOf(params), verdict, how)
      return there(tallyAnswer(await tallyOf(db, params.id, { intervals })))
    },
  ),
  delete: deleting(
    { summary: 'Take the ballot back.', answers: 'tally' },
    async ({ db, member, params, intervals }) => {
      await withdrawBallot(db, member, cellOf(params))
      return there(tallyAnswer(await tallyOf(db, params.id, { intervals })))
    },
  ),
})

export const loader = ballot
export const action = ballot
