import { labelAnswer } from '#app/features/exchange/answers/label-answer.server.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { Merge } from '#app/features/labels/rulings/ruling.ts'
import { mergeLabelAndRelations, partLabelAndRelations } from '#app/features/moderation/merging/merge-nodes.server.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const merge = endpoint({
  put: writing(
    {
      summary: 'Merges a label into another, or with null takes its merge back. For moderators.',
      answers: 'label',
      body: Merge,
    },
    async ({ db, member, params, body: { into, why } }) => {
      if (into === null) await partLabelAndRelations(db, member, params.id, { why })
      else await mergeLabelAndRelations(db, member, params.id, into, { why })
      return there(labelAnswer(await findLabel(db, params.id)))
    },
  ),
})

export const loader = merge
export const action = merge
