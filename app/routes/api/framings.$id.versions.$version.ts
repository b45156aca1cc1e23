import { disputeWords } from '#app/features/ballots/earlier/reword.server.ts'
import { findFraming } from '#app/features/claims/framings.server.ts'
import { Dispute } from '#app/features/claims/wording/wording.ts'
import { framingAnswer } from '#app/features/exchange/answers/framing-answer.server.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const version = endpoint({
  patch: writing(
    {
      summary:
        'Says of an edit that was said to keep the meaning of a framing that it changed it: votes from before it are set apart. For moderators.',
      answers: 'framing',
      body: Dispute,
    },
    async ({ db, member, params, body: { why } }) => {
      await disputeWords(db, member, { kind: 'framing', id: params.id }, Number(params.version), { why })
      return there(framingAnswer(await findFraming(db, params.id)))
    },
  ),
})

export const loader = version
export const action = version
