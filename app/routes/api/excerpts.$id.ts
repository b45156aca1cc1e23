import { excerptAnswer } from '#app/features/exchange/answers/excerpt-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const excerpt = endpoint({
  get: reading(
    { summary: 'Gives an excerpt with the labels on it, their votes, and who cites it.', answers: 'excerpt' },
    ({ db, params, member }) => excerptAnswer(db, params.id, member),
  ),
})

export const loader = excerpt
export const action = excerpt
