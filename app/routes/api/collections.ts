import { collectionAnswer, listedCollectionAnswer } from '#app/features/exchange/answers/transcript-answer.server.ts'
import { CollectionDraft } from '#app/features/transcripts/collections/collection.ts'
import { makeCollection, newestCollections } from '#app/features/transcripts/collections.server.ts'
import { endpoint, made, reading, there, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const collections = endpoint({
  get: reading({ summary: 'Public collections, newest first.', answers: 'listedCollection[]' }, async ({ db, url }) => {
    const { items, next } = await newestCollections(db, pageOf(url))
    return { items: items.map(listedCollectionAnswer), next }
  }),
  post: writing(
    {
      summary: 'Make a collection, or add to the one of this id: its transcripts are ids, put at its end in order.',
      answers: 'collection',
      body: CollectionDraft,
    },
    async ({ db, member, body }) => {
      const { collection, isNew } = await makeCollection(db, member, body)
      const location = `/api/v1/collections/${collection.id}`
      return isNew ? made(collectionAnswer(collection), location) : there(collectionAnswer(collection), location)
    },
  ),
})

export const loader = collections
export const action = collections
