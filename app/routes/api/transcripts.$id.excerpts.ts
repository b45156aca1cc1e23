import { excerptAnswer } from '#app/features/exchange/answers/excerpt-answer.server.ts'
import { ExcerptDraft } from '#app/features/transcripts/excerpt.ts'
import { markExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { endpoint, made, there, writing } from '#app/http/api.server.ts'

const excerpts = endpoint({
  post: writing(
    {
      summary:
        'Mark words, by where they start and end or by quoting them. Words that stand in several places are a conflict, which names the places.',
      answers: 'excerpt',
      body: ExcerptDraft,
    },
    async ({ db, member, params, body }) => {
      const { excerpt, isNew } = await markExcerpt(db, member, params.id, body)
      const answer = await excerptAnswer(db, excerpt.id, member)
      const location = `/api/v1/excerpts/${excerpt.id}`
      return isNew ? made(answer, location) : there(answer, location)
    },
  ),
})

export const loader = excerpts
export const action = excerpts
