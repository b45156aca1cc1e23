import { useLoaderData } from '@remix-run/react'
import { newestPosts } from '#app/features/discussion/posts/posts.server.ts'
import { mayModerate } from '#app/features/moderation/acts/act.ts'
import { FollowButton } from '#app/features/notifications/follow-button.tsx'
import { isFollowing } from '#app/features/notifications/follows.server.ts'
import { PostList } from '#app/features/votes/post-list.tsx'
import { profilePage } from '#app/features/votes/profile/profile-page.server.ts'
import { ProfilePage } from '#app/features/votes/profile/profile-page.tsx'
import { totalsOfPosts } from '#app/features/votes/votes.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { profileAt } from '#app/http/profile-at.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ head: { profile } }) => ({
  title: profile.handle,
  description: profile.bio || `What ${profile.handle} wrote, marked and voted on.`,
  kind: 'profile',
}))

export const loader = pageLoader(async (asked) => {
  const { db, member, url } = asked
  const profile = await profileAt(asked)
  const { items, next } = await newestPosts(db, pageOf(url, 30), { memberId: profile.id })
  const isFollowed = await isFollowing(db, member, { kind: 'member', id: profile.id })
  return {
    isFollowed,
    mayModerateThem: mayModerate(member),
    head: await profilePage(db, profile, member),
    items,
    next,
    totals: await totalsOfPosts(db, items),
  }
})

export default function MemberPage() {
  const { head, isFollowed, mayModerateThem, items, next, totals } = useLoaderData<typeof loader>()
  const { handle, id } = head.profile
  return (
    <ProfilePage
      head={head}
      part=""
      beside={
        <>
          <FollowButton
            subject={{ kind: 'member', id }}
            isFollowed={isFollowed}
            back={`/members/${handle}`}
            of={handle}
          />
          <a href={mayModerateThem ? `/moderation/member/${id}` : `/flags/member/${id}`}>
            {mayModerateThem ? 'Moderate' : 'Flag'}
          </a>
        </>
      }
    >
      <PostList posts={items} totals={totals} />
      {items.length === 0 ? <Empty>{handle} has written no post yet.</Empty> : null}
      <More url={`/members/${handle}`} next={next} />
    </ProfilePage>
  )
}
