import { relationKindAnswer } from '#app/features/exchange/answers/map/relation-answer.server.ts'
import { addKind, relationKinds } from '#app/features/relations/kinds/kinds.server.ts'
import { KindDraft } from '#app/features/relations/kinds/relation-kind.ts'
import { endpoint, made, reading, writing } from '#app/http/api.server.ts'
import { pagedFrom, pageOf } from '#app/lib/paging.server.ts'

const kinds = endpoint({
  get: reading(
    { summary: 'Lists the kinds of relations, as they read from either end.', answers: 'relationKind[]' },
    async ({ db, url }) => {
      const { items, next } = pagedFrom(await relationKinds(db), pageOf(url))
      return { items: items.map(relationKindAnswer), next }
    },
  ),
  post: writing(
    { summary: 'Adds a kind of relation. For moderators.', answers: 'relationKind', body: KindDraft },
    async ({ db, member, body }) => {
      const kind = await addKind(db, member, body)
      return made(relationKindAnswer(kind), `/api/v1/relation-kinds/${kind.id}`)
    },
  ),
})

export const loader = kinds
export const action = kinds
