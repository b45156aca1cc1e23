import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { commentRevisionsOf } from '#app/features/discussion/comments/comment-history.server.ts'
import { findComment } from '#app/features/discussion/comments/comments.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { Time } from '#app/ui/time.tsx'

export const meta: MetaFunction = () => [{ title: 'History of a comment · Parallax' }]

export const loader = pageLoader(async ({ db, params }) => {
  const comment = await findComment(db, params.id)
  return { id: comment.id, revisions: await commentRevisionsOf(db, comment) }
})

export default function CommentHistory() {
  const { id, revisions } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>History of a comment</h1>
      <p>
        <a href={`/comments/${id}`}>The comment in its place</a>; below, what it said at each edit, the newest first.
      </p>
      {revisions.map((one) => (
        <article key={one.revision} className="revision">
          <h2>
            Revision {one.revision} · <Time ms={one.at} /> · {one.handle}
          </h2>
          <pre className="source">{one.body}</pre>
        </article>
      ))}
      {revisions.length === 0 ? <p className="soft">What was deleted is not shown.</p> : null}
    </section>
  )
}
