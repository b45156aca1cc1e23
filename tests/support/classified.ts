import { patientAsker } from '#app/features/classifying/asking/ask-patiently.server.ts'
import { endpointUrl } from '#app/features/classifying/asking/endpoint.ts'
import { classify } from '#app/features/classifying/classify.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import type { Db } from '#db/open.ts'
import { newMember } from './claims.ts'
import { inTurn, openModelEndpoint, says } from './model-endpoint.ts'

/** Has a model answer about the transcripts that are there (first yes, then what cannot be read, then no), and gives the pages that show it. */
export async function classifierPages(db: Db): Promise<string[]> {
  const long = `{"label": "yes", "score": 0.9, "quotes": ["${'Not said at all. '.repeat(30)}"]}`
  const model = await openModelEndpoint(inTurn(says(long), says('I cannot tell.'), says('{"label": "no"}')))
  const member = await newMember(db)
  const ids = (await db.selectFrom('transcripts').select('id').orderBy('id').execute()).map(({ id }) => id)
  await addToCollection(db, member, 'classified', ids)
  const endpoint = { url: endpointUrl(model.url), model: 'judge-1', key: undefined, quietMs: 5000 }
  const how = { prompt: 'Does it doubt the setup?', model: 'judge-1', role: null, isAgain: false, concurrency: 1 }
  const all = { collection: 'classified', label: 'doubts', name: 'judge', ...how }
  await classify(db, member, all, patientAsker(endpoint), new AbortController().signal)
  await model.close()
  const answers = await db.selectFrom('answers').select(['id', 'classifier_id']).orderBy('answered_at').execute()
  const on = await db.selectFrom('machine_labellings').select('excerpt_id').where('classifier', '=', 'judge').execute()
  return [
    `/classifiers/${answers[0]?.classifier_id}`,
    ...answers.slice(0, 2).map(({ id }) => `/classifiers/answers/${id}`),
    `/excerpts/${on[0]?.excerpt_id}/machine`,
  ]
}
