import { restoreConcept } from '#app/features/concepts/wording/wording.server.ts'
import { conceptAnswer } from '#app/features/exchange/answers/concept-answer.server.ts'
import { deleting, endpoint, there } from '#app/http/api.server.ts'

const restoring = endpoint({
  post: deleting(
    { summary: 'Lets a concept say again what it said in a version, as a new one.', answers: 'concept' },
    async ({ db, member, params }) =>
      there(conceptAnswer(await restoreConcept(db, member, params.id, Number(params.version)))),
  ),
})

export const loader = restoring
export const action = restoring
