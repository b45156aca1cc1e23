import { transcriptAnswer, transcriptLine } from '#app/features/exchange/answers/transcript-answer.server.ts'
import { collectionAsked, collectionsOf, collectionsOfAll } from '#app/features/transcripts/collections.server.ts'
import { bodyMegabytes, TranscriptDraft } from '#app/features/transcripts/transcript.ts'
import { addTranscript, newestTranscripts } from '#app/features/transcripts/transcripts.server.ts'
import { endpoint, made, reading, there, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const transcripts = endpoint({
  get: reading(
    {
      summary: 'Transcripts, newest first, without their turns.',
      answers: 'transcript[]',
      query: { collection: 'Only those in the collection of this id.' },
    },
    async ({ db, url }) => {
      const collection = await collectionAsked(db, url.searchParams.get('collection'))
      const { items, next } = await newestTranscripts(db, pageOf(url), { collectionId: collection?.id })
      const collections = await collectionsOfAll(
        db,
        items.map(({ id }) => id),
      )
      return { items: items.map((facts) => transcriptLine(facts, collections.get(facts.id))), next }
    },
  ),
  post: writing(
    {
      summary: 'Bring a transcript. The same roles, speakers and texts again give the one that is there.',
      answers: 'transcript',
      body: TranscriptDraft,
      megabytes: bodyMegabytes,
    },
    async ({ db, member, body }) => {
      const { transcript, isNew } = await addTranscript(db, member, body)
      const answer = transcriptAnswer(transcript, isNew ? [] : await collectionsOf(db, transcript.id))
      const location = `/api/v1/transcripts/${transcript.id}`
      return isNew ? made(answer, location) : there(answer, location)
    },
  ),
})

export const loader = transcripts
export const action = transcripts
