import { transcriptAnswer } from '#app/features/exchange/answers/transcript-answer.server.ts'
import { collectionsOf } from '#app/features/transcripts/collections.server.ts'
import { findTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const transcript = endpoint({
  get: reading({ summary: 'A transcript with all its turns.', answers: 'transcript' }, async ({ db, params }) =>
    transcriptAnswer(await findTranscript(db, params.id), await collectionsOf(db, params.id)),
  ),
})

export const loader = transcript
export const action = transcript
