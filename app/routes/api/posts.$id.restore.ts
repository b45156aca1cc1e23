import { findPost } from '#app/features/discussion/posts/posts.server.ts'
import { restorePost } from '#app/features/discussion/posts/publishing.server.ts'
import { postAnswer } from '#app/features/exchange/answers/post-answer.server.ts'
import { deleting, endpoint, there } from '#app/http/api.server.ts'

const restoring = endpoint({
  post: deleting(
    { summary: 'Restores a post that one deleted oneself, for 30 days.', answers: 'post' },
    async ({ db, member, params }) => {
      await restorePost(db, member, params.id)
      return there(await postAnswer(db, await findPost(db, params.id, member), member))
    },
  ),
})

export const loader = restoring
export const action = restoring
