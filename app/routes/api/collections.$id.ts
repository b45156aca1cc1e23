import { collectionAnswer, transcriptLine } from '#app/features/exchange/answers/transcript-answer.server.ts'
import { CollectionEdit } from '#app/features/transcripts/collections/collection.ts'
import { editCollection } from '#app/features/transcripts/collections/editing.server.ts'
import { collectionsOfAll, findCollection, transcriptsIn } from '#app/features/transcripts/collections.server.ts'
import { endpoint, reading, there, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const collection = endpoint({
  get: reading(
    {
      summary: 'A collection with a page of its transcripts, in its order.',
      answers: 'collection',
      query: { limit: '1 to 200 transcripts', cursor: '`transcripts.next` of the page before, as it is' },
    },
    async ({ db, params, url }) => {
      const found = await findCollection(db, params.id)
      const { items, next } = await transcriptsIn(db, found.id, pageOf(url))
      const ids = items.map(({ id }) => id)
      const collections = await collectionsOfAll(db, ids)
      const lines = items.map((facts) => transcriptLine(facts, collections.get(facts.id)))
      return { ...collectionAnswer(found), transcripts: { items: lines, next } }
    },
  ),
  patch: writing(
    {
      summary: 'Write title, description or visibility anew: for whoever made the collection, and moderators.',
      answers: 'collection',
      body: CollectionEdit,
    },
    async ({ db, member, params, body }) => there(collectionAnswer(await editCollection(db, member, params.id, body))),
  ),
})

export const loader = collection
export const action = collection
