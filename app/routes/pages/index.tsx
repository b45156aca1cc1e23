import { useLoaderData } from '@remix-run/react'
import { newestPosts } from '#app/features/discussion/posts/posts.server.ts'
import { ExcerptItem } from '#app/features/labels/excerpt-words.tsx'
import { readMostDifferently } from '#app/features/labels/lists/lists.server.ts'
import { contestedNow } from '#app/features/opinions/contested.server.ts'
import { ContestedClaim } from '#app/features/opinions/contested-claim.tsx'
import { PasteBox } from '#app/features/transcripts/pasting/paste-box.tsx'
import { PostList } from '#app/features/votes/post-list.tsx'
import { totalsOfPosts } from '#app/features/votes/votes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { Empty } from '#app/ui/plain.tsx'

export const meta = titled(
  'Parallax: what did the model do, and what should we call it?',
  'Where people stand on what AI models did, judged relative to what, with the words as evidence.',
)

export const loader = pageLoader(async ({ db, member, intervals }) => {
  const { items: posts } = await newestPosts(db, { limit: 5, after: null })
  return {
    contested: await contestedNow(db, member, intervals),
    posts,
    totals: await totalsOfPosts(db, posts),
    excerpts: await readMostDifferently(db, 4, member),
  }
})

export default function Front() {
  const { contested, posts, totals, excerpts } = useLoaderData<typeof loader>()
  return (
    <div className="front">
      <header className="front-head">
        <h1>What did the model do, and what should we call it?</h1>
        <p className="prose">
          Bring a transcript, mark the words that matter and argue a reading with them as evidence. Parallax shows where
          people stand, and how much of the disagreement is only the standpoint.
        </p>
        <PasteBox />
      </header>
      <section className="front-wide">
        <h2>Contested now</h2>
        {contested ? (
          <ContestedClaim {...contested} />
        ) : (
          <Empty>No claim has enough ballots yet to be contested.</Empty>
        )}
      </section>
      <section>
        <h2>Newly argued</h2>
        {posts.length > 0 ? <PostList posts={posts} totals={totals} /> : <Empty>Nobody has written a post yet.</Empty>}
      </section>
      <section>
        <h2>Read most differently</h2>
        {excerpts.length > 0 ? null : <Empty>No words have split votes yet.</Empty>}
        <ul className="list">
          {excerpts.map(({ excerpt, labelling }) => (
            <ExcerptItem
              key={`${excerpt.id} ${labelling.labelId}`}
              excerpt={excerpt}
              labelling={labelling}
              namesLabel
            />
          ))}
        </ul>
      </section>
    </div>
  )
}
