import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findPost, revisionsOf } from '#app/features/discussion/posts/posts.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { Time } from '#app/ui/time.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `History of ${data?.title} · Parallax` }]

export const loader = pageLoader(async ({ db, params }) => {
  const post = await findPost(db, params.id)
  return { id: post.id, title: post.title || 'a deleted post', revisions: await revisionsOf(db, post) }
})

export default function PostHistory() {
  const { id, title, revisions } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>History</h1>
      <p>
        <a href={`/posts/${id}`}>{title}</a>, as it was at each edit, the newest first.
      </p>
      {revisions.map((one, n) => (
        <details key={one.revision} open={n === 0} className="revision">
          <summary>
            Revision {one.revision} · <Time ms={one.at} /> · {one.handle}
          </summary>
          <h2>{one.title}</h2>
          <pre className="source">{one.body}</pre>
        </details>
      ))}
      {revisions.length === 0 ? <p className="soft">What was deleted is not shown.</p> : null}
    </section>
  )
}
