import { PostChange } from '#app/features/discussion/post.ts'
import { editPost, findPost } from '#app/features/discussion/posts/posts.server.ts'
import { postAnswer } from '#app/features/exchange/answers/post-answer.server.ts'
import { deleteWritten } from '#app/features/moderation/acts/acts.server.ts'
import { deleting, endpoint, gone, reading, there, writing } from '#app/http/api.server.ts'

const post = endpoint({
  get: reading(
    { summary: 'Reads a post; of a deleted one, its tombstone.', answers: 'post' },
    async ({ db, member, params }) => postAnswer(db, await findPost(db, params.id, member), member),
  ),
  patch: writing(
    { summary: 'Changes a post of one’s own: what is left out stays.', answers: 'post', body: PostChange },
    async ({ db, member, params, body }) =>
      there(await postAnswer(db, await editPost(db, member, params.id, body), member)),
  ),
  delete: deleting(
    { summary: 'Deletes a post; a tombstone and its thread stay.', answers: 'nothing' },
    async ({ db, member, params }) => {
      await deleteWritten(db, member, 'post', params.id)
      return gone
    },
  ),
})

export const loader = post
export const action = post
