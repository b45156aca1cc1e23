import { PostDraft } from '#app/features/discussion/post.ts'
import { newestPosts, writePost } from '#app/features/discussion/posts/posts.server.ts'
import { postAnswer, postLineAnswers } from '#app/features/exchange/post-answer.server.ts'
import { endpoint, made, reading, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const posts = endpoint({
  get: reading({ summary: 'Lists posts, the newest first.', answers: 'postLine[]' }, async ({ db, url }) => {
    const { items, next } = await newestPosts(db, pageOf(url))
    return { items: await postLineAnswers(db, items), next }
  }),
  post: writing(
    { summary: 'Publishes a post, with what it argues and rests on.', answers: 'post', body: PostDraft },
    async ({ db, member, body }) => {
      const post = await writePost(db, member, body)
      return made(await postAnswer(db, post), `/api/v1/posts/${post.id}`)
    },
  ),
})

export const loader = posts
export const action = posts
