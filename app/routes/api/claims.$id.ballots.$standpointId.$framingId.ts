import { BallotDraft, type MovedBy } from '#app/features/ballots/ballot.ts'
import { castBallot, withdrawBallot } from '#app/features/ballots/ballots.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { findComment } from '#app/features/discussion/comments/comments.server.ts'
import { tallyAnswer } from '#app/features/exchange/answers/judging/tally-answer.server.ts'
import { findExcerptFacts } from '#app/features/transcripts/excerpts.server.ts'
import { deleting, endpoint, there, writing } from '#app/http/api.server.ts'
import type { Params } from '#app/http/context.server.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'

/** What moved the member is above the ballots' room, so it is looked for here. */
async function checkMovedBy(db: Db, movedBy: MovedBy | null | undefined) {
  if (!movedBy) return
  const finding = movedBy.type === 'comment' ? findComment(db, movedBy.id) : findExcerptFacts(db, movedBy.id)
  await finding.catch((error) => {
    throw isRefusal(error) ? invalid({ 'movedBy.id': `There is no such ${movedBy.type}.` }) : error
  })
}

const cellOf = ({ id, standpointId, framingId }: Params) => ({ claimId: id, standpointId, framingId })

const ballot = endpoint({
  put: writing(
    { summary: 'Cast or change the ballot on a framing from a standpoint.', answers: 'tally', body: BallotDraft },
    async ({ db, member, params, body: { verdict, ...how } }) => {
      await checkMovedBy(db, how.movedBy)
      await castBallot(db, member, cellOf(params), verdict, how)
      return there(tallyAnswer(await tallyOf(db, params.id)))
    },
  ),
  delete: deleting({ summary: 'Take the ballot back.', answers: 'tally' }, async ({ db, member, params }) => {
    await withdrawBallot(db, member, cellOf(params))
    return there(tallyAnswer(await tallyOf(db, params.id)))
  }),
})

export const loader = ballot
export const action = ballot
