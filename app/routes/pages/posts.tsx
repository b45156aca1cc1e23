import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { postKinds } from '#app/features/discussion/post.ts'
import { newestPosts } from '#app/features/discussion/posts/posts.server.ts'
import { PostList } from '#app/features/votes/post-list.tsx'
import { totalsOfPosts } from '#app/features/votes/votes.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta: MetaFunction = () => [{ title: 'Posts · Parallax' }]

export const loader = pageLoader(async ({ db, url }) => {
  const kind = postKinds.find((one) => one === url.searchParams.get('kind'))
  const { items, next } = await newestPosts(db, pageOf(url, 30), { kind })
  return { kind: kind ?? null, items, next, totals: await totalsOfPosts(db, items) }
})

const tabs = [
  [null, 'All'],
  ['essay', 'Essays'],
  ['question', 'Questions'],
  ['review', 'Reviews'],
  ['linkpost', 'Linkposts'],
] as const

export default function Posts() {
  const { kind, items, next, totals } = useLoaderData<typeof loader>()
  const address = (one: string | null) => (one ? `/posts?kind=${one}` : '/posts')
  return (
    <section className="column">
      <div className="title-row">
        <h1>Posts</h1>
        <a className="button" href="/posts/new">
          Write a post
        </a>
      </div>
      <nav aria-label="Kinds of posts" className="tabs">
        {tabs.map(([one, words]) => (
          <a key={words} href={address(one)} aria-current={one === kind ? 'page' : undefined}>
            {words}
          </a>
        ))}
      </nav>
      <PostList posts={items} totals={totals} />
      {items.length === 0 ? (
        <Empty href="/posts/new" step="Write the first one">
          Here stand essays, questions, reviews and linkposts: readings that are argued, with the words they rest on.
        </Empty>
      ) : null}
      <More url={address(kind)} next={next} />
    </section>
  )
}
