import { CommentChange } from '#app/features/discussion/comment.ts'
import { editComment, findComment } from '#app/features/discussion/comments/comments.server.ts'
import { commentAnswer } from '#app/features/exchange/answers/comment-answer.server.ts'
import { deleteWritten } from '#app/features/moderation/acts/acts.server.ts'
import { deleting, endpoint, gone, reading, there, writing } from '#app/http/api.server.ts'

const comment = endpoint({
  get: reading(
    { summary: 'Reads a comment; of a deleted one, its tombstone.', answers: 'comment' },
    async ({ db, member, params }) => commentAnswer(db, await findComment(db, params.id, member), member),
  ),
  patch: writing(
    { summary: 'Changes a comment of one’s own: what is left out stays.', answers: 'comment', body: CommentChange },
    async ({ db, member, params, body }) =>
      there(await commentAnswer(db, await editComment(db, member, params.id, body), member)),
  ),
  delete: deleting(
    { summary: 'Deletes a comment; a tombstone and its replies stay.', answers: 'nothing' },
    async ({ db, member, params }) => {
      await deleteWritten(db, member, 'comment', params.id)
      return gone
    },
  ),
})

export const loader = comment
export const action = comment
