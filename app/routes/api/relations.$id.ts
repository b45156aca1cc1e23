import { relationAnswer } from '#app/features/exchange/answers/map/relation-answer.server.ts'
import { RelationEdit } from '#app/features/relations/relation.ts'
import { editRelation, withdrawRelation } from '#app/features/relations/relations.server.ts'
import { findRelation } from '#app/features/relations/said.server.ts'
import { deleting, endpoint, gone, reading, there, writing } from '#app/http/api.server.ts'

const relation = endpoint({
  get: reading(
    { summary: 'Gives a relation with what became of it; withdrawn ones too.', answers: 'relation' },
    async ({ db, params }) => relationAnswer(await findRelation(db, params.id)),
  ),
  patch: writing(
    {
      summary: 'Writes down anew why; for who said it, and moderators.',
      answers: 'relation',
      body: RelationEdit,
    },
    async ({ db, member, params, body }) => {
      await editRelation(db, member, params.id, body)
      return there(relationAnswer(await findRelation(db, params.id)))
    },
  ),
  delete: deleting(
    { summary: 'Withdraws a relation; for who said it, and moderators. Its thread stays.', answers: 'relation' },
    async ({ db, member, params }) => {
      await withdrawRelation(db, member, params.id)
      return gone
    },
  ),
})

export const loader = relation
export const action = relation
