import { collectionAnswer } from '#app/features/exchange/answers/transcript-answer.server.ts'
import { putIn, takeOut } from '#app/features/transcripts/collections.server.ts'
import { deleting, endpoint, there } from '#app/http/api.server.ts'

const membership = endpoint({
  put: deleting(
    {
      summary: 'Put a transcript at the end of a collection; one that is in it stays where it is.',
      answers: 'collection',
    },
    async ({ db, member, params }) =>
      there(collectionAnswer(await putIn(db, member, params.id, [params.transcriptId]))),
  ),
  delete: deleting(
    { summary: 'Take a transcript out of a collection: for whoever made it, and moderators.', answers: 'collection' },
    async ({ db, member, params }) =>
      there(collectionAnswer(await takeOut(db, member, params.id, params.transcriptId))),
  ),
})

export const loader = membership
export const action = membership
