import { surveyAnswer } from '#app/features/exchange/surveys/survey-answer.server.ts'
import { surveyOf } from '#app/features/surveys/shares.server.ts'
import { comparingOf } from '#app/features/surveys/shares.ts'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const shares = endpoint({
  get: reading(
    {
      summary: 'Shares of labels and scores in a collection, by condition, with the gap between two conditions.',
      answers: 'survey',
      query: {
        counting: 'What labels are counted of: all transcripts, those judged, or those settled.',
        of: 'The condition that the gap is from; else the first.',
        against: 'The condition that the gap is to; else the second.',
        label: 'One label alone, by its id.',
        score: 'One score alone, by its name.',
      },
    },
    async ({ db, params, url }) => {
      const { id } = await findCollection(db, params.id)
      return surveyAnswer(await surveyOf(db, id, comparingOf(url.searchParams)))
    },
  ),
})

export const loader = shares
export const action = shares
