import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { revisionsOf } from '#app/features/concepts/wording/wording.server.ts'
import { conceptRevisionAnswer } from '#app/features/exchange/answers/concept-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const history = endpoint({
  get: reading(
    { summary: 'What a concept said, the newest version first.', answers: 'conceptRevision[]' },
    async ({ db, params, url }) => {
      const { id } = await findConcept(db, params.id)
      const { items, next } = await revisionsOf(db, id, pageOf(url))
      return { items: items.map(conceptRevisionAnswer), next }
    },
  ),
})

export const loader = history
export const action = history
