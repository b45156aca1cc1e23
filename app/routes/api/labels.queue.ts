import { questionAnswer } from '#app/features/exchange/answers/label-answer.server.ts'
import { nextQuestion, skippedIn } from '#app/features/labels/queue/queue.server.ts'
import { answerAsked, QueueAnswerDraft } from '#app/features/labels/queue/queue-answers.server.ts'
import { endpoint, reading, there, writing } from '#app/http/api.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

const queue = endpoint({
  get: reading(
    {
      summary: 'What needs your eyes: words and a label, and nothing of how others vote.',
      answers: 'question',
      query: { skip: 'How many questions to skip' },
    },
    async ({ db, member, url }) => {
      if (!member) throw notSignedIn()
      return questionAnswer(await nextQuestion(db, member, skippedIn(url)))
    },
  ),
  post: writing(
    {
      summary:
        'Answers what the queue asked, and gives what it asks next. The vote is blind unless you were shown others’.',
      answers: 'question',
      body: QueueAnswerDraft,
    },
    async ({ db, member, body }) => {
      await answerAsked(db, member, body)
      return there(questionAnswer(await nextQuestion(db, member, 0)))
    },
  ),
})

export const loader = queue
export const action = queue
