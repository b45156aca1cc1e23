import { labelHistoryAnswer } from '#app/features/exchange/answers/labels/label-history-answer.server.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { rulingsOn } from '#app/features/labels/rulings/rulings.server.ts'
import { versionsOfLabel } from '#app/features/labels/wording/wording.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const history = endpoint({
  get: reading(
    { summary: 'What a label was said to mean, and what moderators decided about it.', answers: 'labelHistory' },
    async ({ db, params }) => {
      const { id } = await findLabel(db, params.id)
      return labelHistoryAnswer(await versionsOfLabel(db, id), await rulingsOn(db, id))
    },
  ),
})

export const loader = history
export const action = history
