import { relationAnswer } from '#app/features/exchange/answers/map/relation-answer.server.ts'
import { RelationDraft } from '#app/features/relations/relation.ts'
import { relate } from '#app/features/relations/relations.server.ts'
import { findRelation } from '#app/features/relations/said.server.ts'
import { endpoint, made, there, writing } from '#app/http/api.server.ts'

const relations = endpoint({
  post: writing(
    {
      summary:
        'Says that one node has a relation to another, and why. `kind` is one by id or name, as it reads from either end. What is said already answers 200 as it was said. Refused: circles where the kind has none (409), a node with itself and unknown kinds (422).',
      answers: 'relation',
      body: RelationDraft,
    },
    async ({ db, member, body }) => {
      const { id, isNew } = await relate(db, member, body)
      return (isNew ? made : there)(relationAnswer(await findRelation(db, id)), `/api/v1/relations/${id}`)
    },
  ),
})

export const loader = relations
export const action = relations
