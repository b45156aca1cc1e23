import { findConcept } from '#app/features/concepts/concepts.server.ts'
import { ConceptEdit } from '#app/features/concepts/wording/edit.ts'
import { editConcept } from '#app/features/concepts/wording/wording.server.ts'
import { conceptAnswer } from '#app/features/exchange/answers/concept-answer.server.ts'
import { elsewhere, endpoint, reading, there, writing } from '#app/http/api.server.ts'

const concept = endpoint({
  get: reading(
    { summary: 'Gives a concept; one that was merged leads to that into which it was.', answers: 'concept' },
    async ({ db, params }) => {
      const found = await findConcept(db, params.id)
      return found.mergedInto ? elsewhere(`/api/v1/concepts/${found.mergedInto}`) : conceptAnswer(found)
    },
  ),
  patch: writing(
    {
      summary:
        'Writes down anew what a concept is; what is left out stays. `since` is the version that the edit began from: 409 where somebody edited it meanwhile.',
      answers: 'concept',
      body: ConceptEdit,
    },
    async ({ db, member, params, body }) => there(conceptAnswer(await editConcept(db, member, params.id, body))),
  ),
})

export const loader = concept
export const action = concept
