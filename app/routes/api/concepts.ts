import { ConceptDraft } from '#app/features/concepts/concept.ts'
import { createConcept, newestConcepts } from '#app/features/concepts/concepts.server.ts'
import { choiceOf } from '#app/features/concepts/listed.ts'
import { conceptAnswer, listedConceptAnswer } from '#app/features/exchange/answers/concept-answer.server.ts'
import { endpoint, made, reading, there, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const concepts = endpoint({
  get: reading(
    {
      summary: 'Lists concepts, the newest first.',
      answers: 'listedConcept[]',
      query: { kind: 'paper, thinker, framework, …', part: 'A part of the name' },
    },
    async ({ db, url }) => {
      const { items, next } = await newestConcepts(db, choiceOf(url), pageOf(url))
      return { items: items.map(listedConceptAnswer), next }
    },
  ),
  post: writing(
    {
      summary: 'Makes a concept. A name that is taken, in whatever case, answers 200 with the concept that has it.',
      answers: 'concept',
      body: ConceptDraft,
    },
    async ({ db, member, body }) => {
      const { concept, isNew } = await createConcept(db, member, body)
      return (isNew ? made : there)(conceptAnswer(concept), `/api/v1/concepts/${concept.id}`)
    },
  ),
})

export const loader = concepts
export const action = concepts
