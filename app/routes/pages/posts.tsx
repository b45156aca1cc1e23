import { useLoaderData } from '@remix-run/react'
import { listPosts } from '#app/features/votes/lists/post-lists.server.ts'
import { postsAskedIn, postsPath } from '#app/features/votes/lists/post-order.ts'
import { PostTabs } from '#app/features/votes/lists/post-tabs.tsx'
import { PostList } from '#app/features/votes/post-list.tsx'
import { totalsOfPosts } from '#app/features/votes/votes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Posts',
  'Essays, questions, reviews and linkposts that argue what a model did, with the words they rest on.',
)

export const loader = pageLoader(async ({ db, member, url }) => {
  const asked = postsAskedIn(url.searchParams, 'hot')
  const { items, next } = await listPosts(db, pageOf(url, 30), asked)
  return { asked, items, next, totals: await totalsOfPosts(db, items), isSignedIn: member !== null }
})

export default function Posts() {
  const { asked, items, next, totals, isSignedIn } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <div className="title-row">
        <h1>Posts</h1>
        <p className="actions">
          {isSignedIn ? <a href="/posts/mine">Yours</a> : null}
          <a href="/comments">Comments</a>
          <a className="button" href="/posts/new">
            Write a post
          </a>
        </p>
      </div>
      <PostTabs asked={asked} />
      <PostList posts={items} totals={totals} />
      {items.length === 0 ? (
        <Empty href="/posts/new" step="Write one">
          Here stand essays, questions, reviews and linkposts: readings that are argued, with the words they rest on.
        </Empty>
      ) : null}
      <More url={postsPath(asked)} next={next} />
    </section>
  )
}
