import { labellingAnswer } from '#app/features/exchange/answers/label-answer.server.ts'
import { LabelVoteDraft } from '#app/features/labels/labelling.ts'
import { takeBackLabelVote, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { deleting, endpoint, there, writing } from '#app/http/api.server.ts'

const vote = endpoint({
  put: writing(
    {
      summary: 'Casts or changes your vote on whether a label fits an excerpt; the first vote puts the label on.',
      answers: 'labelling',
      body: LabelVoteDraft,
    },
    async ({ db, member, params, body }) =>
      there(labellingAnswer(await voteOnLabel(db, member, params.id, params.labelId, body.value))),
  ),
  delete: deleting(
    { summary: 'Takes your vote back; a label that only votes held goes with the last.', answers: 'labelling' },
    async ({ db, member, params }) =>
      there(labellingAnswer(await takeBackLabelVote(db, member, params.id, params.labelId))),
  ),
})

export const loader = vote
export const action = vote
