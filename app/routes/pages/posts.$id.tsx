import { useLoaderData } from '@remix-run/react'
import { cardsFor } from '#app/features/discussion/arguments/evidence.server.ts'
import { cardsInProse } from '#app/features/discussion/links/linked-cards.server.ts'
import { mayEdit } from '#app/features/discussion/post.ts'
import { PostArticle } from '#app/features/discussion/posts/post-article.tsx'
import { findPost } from '#app/features/discussion/posts/posts.server.ts'
import { ProseCards } from '#app/features/discussion/prose.tsx'
import { withSideComments } from '#app/features/discussion/quotes/side-comments.server.ts'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { ArgumentBar } from '#app/features/opinions/arguments/argument-bar.tsx'
import { argumentOf } from '#app/features/opinions/arguments/arguments-page.server.ts'
import { drawnThread } from '#app/features/votes/drawn-thread.server.tsx'
import { foundPost } from '#app/features/votes/found/found-post.ts'
import { SubjectThread } from '#app/features/votes/subject-thread.tsx'
import { VoteButtons } from '#app/features/votes/vote-buttons.tsx'
import { totalsOf, votesOf } from '#app/features/votes/votes.server.ts'
import { headed } from '#app/http/found/head.ts'
import { noteOwners } from '#app/http/overlay/owners.ts'
import { pageOverlay } from '#app/http/overlay/page-overlay.server.tsx'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = headed<typeof loader>(foundPost)

export const loader = pageLoader(
  async (asked) => {
    const { db, member, params, ratings, request } = asked
    const post = await findPost(db, params.id, member)
    noteOwners(member, [post.author, ...post.coAuthors])
    const target = { kind: 'post' as const, id: post.id }
    const thread = await drawnThread(asked, target)
    return {
      post: { ...post, html: await withSideComments(db, post, thread.silenced) },
      member,
      cards: await cardsFor(db, member, post.evidence),
      argument: await argumentOf({ db, member, ratings, request }, target),
      linked: await cardsInProse(db, member, [post.html]),
      totals: (await totalsOf(db, [target])).get(post.id),
      isFollowed: await isFollowing(db, member, target),
      mine: (await votesOf(db, member, [target])).get(post.id),
      thread,
    }
  },
  undefined,
  pageOverlay,
)

export default function OnePost() {
  const { post, member, cards, argument, linked, totals, mine, isFollowed, thread } = useLoaderData<typeof loader>()
  const isPrivate = post.publishedAt === null
  const follow = isPrivate ? null : <FollowButton subject={thread.subject} isFollowed={isFollowed} />
  const votes = (
    <VoteButtons
      target={{ kind: 'post', id: post.id }}
      totals={totals}
      mine={mine}
      isMine={mayEdit(member, post)}
      back={`/posts/${post.id}`}
    />
  )
  return (
    <div className="column">
      <ProseCards cards={linked}>
        <PostArticle
          post={post}
          cards={cards}
          reader={member}
          votes={isPrivate ? null : votes}
          standing={<ArgumentBar argument={argument} />}
        />
      </ProseCards>
      {isPrivate && thread.commentCount === 0 ? null : <SubjectThread thread={thread} beside={follow} />}
    </div>
  )
}
