import { labelAnswer } from '#app/features/exchange/answers/label-answer.server.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { bringLabelBack, retireLabel } from '#app/features/labels/rulings/retire.server.ts'
import { Retirement } from '#app/features/labels/rulings/ruling.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const retirement = endpoint({
  put: writing(
    {
      summary: 'Retires a label, so that it is put on nothing more, or brings it back. For moderators.',
      answers: 'label',
      body: Retirement,
    },
    async ({ db, member, params, body: { retired, why } }) => {
      await (retired ? retireLabel : bringLabelBack)(db, member, params.id, { why })
      return there(labelAnswer(await findLabel(db, params.id)))
    },
  ),
})

export const loader = retirement
export const action = retirement
