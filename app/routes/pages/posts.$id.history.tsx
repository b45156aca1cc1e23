import { useLoaderData } from '@remix-run/react'
import { chosenRevisions } from '#app/features/discussion/posts/history/compared.ts'
import { PostHistory } from '#app/features/discussion/posts/history/post-history.tsx'
import { findPost } from '#app/features/discussion/posts/posts.server.ts'
import { revisionsOf } from '#app/features/discussion/posts/revisions.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = headed<typeof loader>(({ title }) => ({ title: `History of ${title}` }))

export const loader = pageLoader(async ({ db, member, params, url }) => {
  const post = await findPost(db, params.id, member)
  const revisions = await revisionsOf(db, post, member)
  const asked = { from: url.searchParams.get('from'), to: url.searchParams.get('to') }
  return { id: post.id, title: post.title || 'a deleted post', revisions, ...chosenRevisions(revisions, asked) }
})

export default function History() {
  const { id, title, revisions, from, to } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>History</h1>
      <p>
        <a href={`/posts/${id}`}>{title}</a>, and what changed from one wording to another.
      </p>
      {to ? <PostHistory revisions={revisions} from={from} to={to} /> : null}
      {revisions.length === 0 ? <p className="soft">What was deleted is not shown.</p> : null}
    </section>
  )
}
