import { PostDraft, postKinds } from '#app/features/discussion/post.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { postAnswer, postLineAnswers } from '#app/features/exchange/answers/post-answer.server.ts'
import { listPosts } from '#app/features/votes/lists/post-lists.server.ts'
import { postOrders, postsAskedIn, topWindows } from '#app/features/votes/lists/post-order.ts'
import { endpoint, made, reading, writing } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const query = {
  sort: `One of ${postOrders.join(', ')}.`,
  of: `For the order "top": one of ${topWindows.join(', ')}; a week unless another is asked for.`,
  kind: `One of ${postKinds.join(', ')}.`,
}

const posts = endpoint({
  get: reading(
    { summary: 'Lists posts, the newest first unless another order is asked for.', answers: 'postLine[]', query },
    async ({ db, member, url }) => {
      const { items, next } = await listPosts(db, pageOf(url), postsAskedIn(url.searchParams, 'new'))
      return { items: await postLineAnswers(db, items, member), next }
    },
  ),
  post: writing(
    {
      summary: 'Publishes a post, with what it argues and rests on.',
      answers: 'post',
      body: PostDraft,
      writes: 'post',
    },
    async ({ db, member, body }) => {
      const post = await writePost(db, member, body)
      return made(await postAnswer(db, post, member), `/api/v1/posts/${post.id}`)
    },
  ),
})

export const loader = posts
export const action = posts
