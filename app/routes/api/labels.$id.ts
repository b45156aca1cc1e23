import { labelAnswer } from '#app/features/exchange/answers/label-answer.server.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import { editLabel } from '#app/features/labels/wording/wording.server.ts'
import { LabelEdit } from '#app/features/labels/wording/wording.ts'
import { elsewhere, endpoint, reading, there, writing } from '#app/http/api.server.ts'

const label = endpoint({
  get: reading(
    { summary: 'Gives a label; one that was merged leads to that into which it was.', answers: 'label' },
    async ({ db, params }) => {
      const found = await findLabel(db, params.id)
      return found.mergedInto ? elsewhere(`/api/v1/labels/${found.mergedInto}`) : labelAnswer(found)
    },
  ),
  patch: writing(
    {
      summary:
        'Writes down anew what a label that you proposed means; what is left out stays. Where the meaning changed, votes so far are set apart.',
      answers: 'label',
      body: LabelEdit,
    },
    async ({ db, member, params, body }) => {
      await editLabel(db, member, params.id, body)
      return there(labelAnswer(await findLabel(db, params.id)))
    },
  ),
})

export const loader = label
export const action = label
