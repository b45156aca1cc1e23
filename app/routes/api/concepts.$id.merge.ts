import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { Merge } from '#app/features/concepts/merging/merge.ts'
import { conceptAnswer } from '#app/features/exchange/answers/concept-answer.server.ts'
import {
  mergeConceptAndRelations,
  partConceptAndRelations,
} from '#app/features/moderation/merging/merge-nodes.server.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const merge = endpoint({
  put: writing(
    {
      summary:
        'Merges a concept into another, or with null takes its merge back. For moderators, and whoever made one of the two while nobody else has edited it.',
      answers: 'concept',
      body: Merge,
    },
    async ({ db, member, params, body: { into, why } }) => {
      if (into === null) await partConceptAndRelations(db, member, params.id, { why })
      else await mergeConceptAndRelations(db, member, params.id, into, { why })
      return there(conceptAnswer(await findConcept(db, params.id)))
    },
  ),
})

export const loader = merge
export const action = merge
