import { useLoaderData } from '@remix-run/react'
import { postsAwaiting } from '#app/features/discussion/posts/authors.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { Empty } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta = titled('Your posts')

export const loader = pageLoader(async ({ db, member }) => {
  if (!member) throw notSignedIn()
  return { handle: member.handle, ...(await postsAwaiting(db, member)) }
})

export default function MyPosts() {
  const { handle, unpublished, invitations, restorable } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Your posts</h1>
      <p>
        What waits for you. What is published stands on <a href={`/members/${handle}`}>your page</a>.
      </p>
      {unpublished.length + invitations.length + restorable.length === 0 ? (
        <Empty href="/posts/new" step="Write a post">
          Nothing waits for you. What you save unpublished or delete, and posts whose authors ask you to join, stand
          here.
        </Empty>
      ) : null}
      <Lines title="Asked to be an author" posts={invitations} at="/authors" />
      <Lines title="Not published" posts={unpublished} />
      <Lines title="Deleted, can be restored" posts={restorable} />
    </section>
  )
}

type Line = { id: string; title: string; until?: number }

function Lines({ title, posts, at = '' }: { title: string; posts: Line[]; at?: string }) {
  if (posts.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul className="list">
        {posts.map(({ id, title, until }) => (
          <li key={id}>
            <a href={`/posts/${id}${at}`}>{title}</a>
            {until ? (
              <span className="soft">
                {' '}
                until <Time ms={until} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
