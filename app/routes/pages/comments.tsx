import { useLoaderData } from '@remix-run/react'
import { newestComments } from '#app/features/discussion/comments/newest-comments.server.ts'
import { CommentList } from '#app/features/votes/lists/comment-list.tsx'
import { totalsOf } from '#app/features/votes/votes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { firstWordsOf } from '#app/lib/markdown.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Comments',
  'What was newly said in the threads: comments with the words they quote and the evidence they lean on.',
)

export const loader = pageLoader(async ({ db, url }) => {
  const { items, next } = await newestComments(db, pageOf(url, 30))
  const comments = items.map(({ id, subject, subjectTitle, author, createdAt, html }) => {
    return { id, subject, subjectTitle, author, createdAt, words: firstWordsOf(html) }
  })
  const targets = items.map(({ id }) => ({ kind: 'comment' as const, id }))
  return { comments, next, totals: Object.fromEntries(await totalsOf(db, targets)) }
})

export default function Comments() {
  const { comments, next, totals } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Comments</h1>
      <p>
        What was said last, under whatever it was said. <a href="/posts?sort=active">Posts by their last comment</a>
      </p>
      <CommentList comments={comments} totals={totals} />
      {comments.length === 0 ? <Empty>Nobody has said anything yet.</Empty> : null}
      <More url="/comments" next={next} />
    </section>
  )
}
