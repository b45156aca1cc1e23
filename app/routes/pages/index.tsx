import { useLoaderData } from '@remix-run/react'
import { newestPosts } from '#app/features/discussion/posts/posts.server.ts'
import { ExcerptItem } from '#app/features/labels/excerpt-words.tsx'
import { readMostDifferently } from '#app/features/labels/lists/lists.server.ts'
import { claimsInFront } from '#app/features/opinions/contested.server.ts'
import { FrontClaims, FrontHead, NothingArgued, NothingMarked } from '#app/features/opinions/front/front-parts.tsx'
import { PostList } from '#app/features/votes/post-list.tsx'
import { totalsOfPosts } from '#app/features/votes/votes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = titled(
  'Parallax: what did the model do, and what should we call it?',
  'Where people stand on what AI models did, judged relative to what, with the words as evidence.',
)

export const loader = pageLoader(async ({ db, member, intervals }) => {
  const { items: posts } = await newestPosts(db, { limit: 5, after: null })
  return {
    isVisitor: member === null,
    claims: await claimsInFront(db, member, intervals),
    posts,
    totals: await totalsOfPosts(db, posts),
    excerpts: await readMostDifferently(db, 4, member),
  }
})

export default function Front() {
  const { isVisitor, claims, posts, totals, excerpts } = useLoaderData<typeof loader>()
  return (
    <div className="front">
      <FrontHead isVisitor={isVisitor} />
      <FrontClaims {...claims} />
      <section>
        <h2>Newly argued</h2>
        {posts.length > 0 ? <PostList posts={posts} totals={totals} /> : <NothingArgued />}
      </section>
      <section>
        <h2>Read most differently</h2>
        {excerpts.length > 0 ? null : <NothingMarked />}
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
