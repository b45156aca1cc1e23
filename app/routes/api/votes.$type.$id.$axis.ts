import { voteAnswer } from '#app/features/exchange/answers/vote-answer.server.ts'
import { targetOf, VoteDraft } from '#app/features/votes/vote.ts'
import { takeBackVote, vote } from '#app/features/votes/votes.server.ts'
import { deleting, endpoint, there, writing } from '#app/http/api.server.ts'

const votes = endpoint({
  put: writing(
    {
      summary: 'Casts or changes a vote on a post (approval) or comment (approval, agreement).',
      answers: 'vote',
      body: VoteDraft,
    },
    async ({ db, member, params, body }) => {
      const { target, axis } = targetOf(params.type, params.id, params.axis)
      await vote(db, member, target, axis, body.value)
      return there(await voteAnswer(db, member, target))
    },
  ),
  delete: deleting({ summary: 'Takes a vote back.', answers: 'vote' }, async ({ db, member, params }) => {
    const { target, axis } = targetOf(params.type, params.id, params.axis)
    await takeBackVote(db, member, target, axis)
    return there(await voteAnswer(db, member, target))
  }),
})

export const loader = votes
export const action = votes
