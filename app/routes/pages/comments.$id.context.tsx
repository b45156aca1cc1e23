import { useLoaderData } from '@remix-run/react'
import { subjectPath } from '#app/features/discussion/comment.ts'
import { ThreadItems } from '#app/features/discussion/threads/thread.tsx'
import { drawnContext } from '#app/features/votes/drawn-thread.server.tsx'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { counted } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ comment }) => ({ title: `A comment by ${comment.author.handle}` }))

export const loader = pageLoader((asked) => drawnContext(asked, asked.params.id))

export default function CommentInContext() {
  const { comment, further, thread } = useLoaderData<typeof loader>()
  const { subject } = thread
  return (
    <section
      className="column thread-section"
      id="comments"
      data-watch={`${subject.kind}.${subject.id}~${thread.version}`}
    >
      <h1>A comment in its thread</h1>
      <p>
        On the {subject.kind} <a href={subjectPath(subject)}>{subject.title}</a>: what this comment answers, and what
        answers it.
      </p>
      <p className="meta thread-part">
        <a href={`${subjectPath(subject)}?sort=${thread.sort}#comments`}>The whole thread</a>
        {further.count > 0 ? (
          <a href={`/comments/${further.id}/context#c-${further.id}`}>{counted(further.count, 'comment')} further up</a>
        ) : null}
        {thread.after ? <a href={`/comments/${comment.id}/context`}>From its first reply</a> : null}
      </p>
      <ThreadItems html={thread.html} />
    </section>
  )
}
