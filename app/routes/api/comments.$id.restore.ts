import { restoreComment } from '#app/features/discussion/comments/comment-history.server.ts'
import { findComment } from '#app/features/discussion/comments/comments.server.ts'
import { commentAnswer } from '#app/features/exchange/answers/comment-answer.server.ts'
import { deleting, endpoint, there } from '#app/http/api.server.ts'

const restoring = endpoint({
  post: deleting(
    { summary: 'Restores a comment that one deleted oneself, for 30 days.', answers: 'comment' },
    async ({ db, member, params }) => {
      await restoreComment(db, member, params.id)
      return there(await commentAnswer(db, await findComment(db, params.id, member), member))
    },
  ),
})

export const loader = restoring
export const action = restoring
