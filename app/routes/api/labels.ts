import { labelAnswer } from '#app/features/exchange/answers/label-answer.server.ts'
import { LabelDraft } from '#app/features/labels/label.ts'
import { newestLabels, proposeLabel } from '#app/features/labels/labels.server.ts'
import { endpoint, made, reading, there, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const labels = endpoint({
  get: reading({ summary: 'Lists labels, the newest first.', answers: 'label[]' }, async ({ db, url }) => {
    const { items, next } = await newestLabels(db, pageOf(url))
    return { items: items.map(labelAnswer), next }
  }),
  post: writing(
    {
      summary: 'Proposes a label. A name that is taken, in whatever case, answers 200 with the label that has it.',
      answers: 'label',
      body: LabelDraft,
    },
    async ({ db, member, body }) => {
      const { label, isNew } = await proposeLabel(db, member, body)
      return (isNew ? made : there)(labelAnswer(label), `/api/v1/labels/${label.id}`)
    },
  ),
})

export const loader = labels
export const action = labels
