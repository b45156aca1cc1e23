import { useLoaderData } from '@remix-run/react'
import { commentRevisionsOf } from '#app/features/discussion/comments/comment-history.server.ts'
import { findComment } from '#app/features/discussion/comments/comments.server.ts'
import { Diff } from '#app/features/discussion/posts/diff.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { AsWritten, Written } from '#app/ui/changed-words.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = titled('History of a comment')

export const loader = pageLoader(async ({ db, member, params }) => {
  const comment = await findComment(db, params.id, member)
  return { id: comment.id, revisions: await commentRevisionsOf(db, comment) }
})

export default function CommentHistory() {
  const { id, revisions } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>History of a comment</h1>
      <p>
        <a href={`/comments/${id}`}>The comment in its place</a>; below, what each edit changed, the newest first.
      </p>
      <AsWritten />
      {revisions.map((one, n) => (
        <article key={one.revision} id={`revision-${one.revision}`} className="revision">
          <h2>
            Revision {one.revision} · <Time ms={one.at} /> · <span className="member">{one.handle}</span>
          </h2>
          {revisions[n + 1] ? <Diff from={revisions[n + 1]?.body ?? ''} to={one.body} /> : null}
          <details open={n === 0 || revisions[n + 1] === undefined}>
            <summary>As it was written</summary>
            <Written text={one.body} />
          </details>
        </article>
      ))}
      {revisions.length === 0 ? <p className="soft">What was deleted is not shown.</p> : null}
    </section>
  )
}
