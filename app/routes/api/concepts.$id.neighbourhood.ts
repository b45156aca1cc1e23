import { neighbourhoodAsked } from '#app/features/exchange/answers/map/neighbourhood-asked.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const neighbourhood = endpoint({
  get: reading(
    {
      summary: 'What is related to a concept: by group, in each those with most relations first.',
      answers: 'neighbourhood',
    },
    async ({ db, params }) => neighbourhoodAsked(db, 'concept', params.id),
  ),
})

export const loader = neighbourhood
export const action = neighbourhood
