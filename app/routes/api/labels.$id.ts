import { labelAnswer } from '#app/features/exchange/answers/label-answer.server.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const label = endpoint({
  get: reading({ summary: 'Gives a label.', answers: 'label' }, async ({ db, params }) =>
    labelAnswer(await findLabel(db, params.id)),
  ),
})

export const loader = label
export const action = label
