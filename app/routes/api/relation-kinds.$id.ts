import { relationKindAnswer } from '#app/features/exchange/answers/map/relation-answer.server.ts'
import { findKind, renameKind } from '#app/features/relations/kinds/kinds.server.ts'
import { KindNames } from '#app/features/relations/kinds/relation-kind.ts'
import { endpoint, reading, there, writing } from '#app/http/api.server.ts'

const kind = endpoint({
  get: reading({ summary: 'Gives a kind of relation.', answers: 'relationKind' }, async ({ db, params }) =>
    relationKindAnswer(await findKind(db, params.id)),
  ),
  patch: writing(
    {
      summary: 'Gives a kind of relation other names: what is said with it reads so from then on. For moderators.',
      answers: 'relationKind',
      body: KindNames,
    },
    async ({ db, member, params, body }) => {
      await renameKind(db, member, params.id, body)
      return there(relationKindAnswer(await findKind(db, params.id)))
    },
  ),
})

export const loader = kind
export const action = kind
