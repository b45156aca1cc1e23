import { labelAnswer } from '#app/features/exchange/answers/label-answer.server.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { disputeEdit } from '#app/features/labels/rulings/retire.server.ts'
import { Dispute } from '#app/features/labels/rulings/ruling.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const version = endpoint({
  patch: writing(
    {
      summary:
        'Says of an edit that was said to keep the meaning that it changed it: votes from before it are set apart. For moderators.',
      answers: 'label',
      body: Dispute,
    },
    async ({ db, member, params, body: { why } }) => {
      await disputeEdit(db, member, params.id, Number(params.version), { why })
      return there(labelAnswer(await findLabel(db, params.id)))
    },
  ),
})

export const loader = version
export const action = version
