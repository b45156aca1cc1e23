import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findProfile, isFormerHandle } from '#app/features/accounts/accounts.server.ts'
import { ProfileHead } from '#app/features/accounts/profile-head.tsx'
import { SilenceChoice } from '#app/features/accounts/silence-choice.tsx'
import { silenceOf } from '#app/features/accounts/silences.server.ts'
import { newestPosts } from '#app/features/discussion/posts/posts.server.ts'
import { karmaOf } from '#app/features/votes/karma.server.ts'
import { PostList } from '#app/features/votes/post-list.tsx'
import { totalsOfPosts } from '#app/features/votes/votes.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.profile.handle ?? 'Member'} · Parallax` },
]

export const loader = pageLoader(async ({ db, member, params, url }) => {
  const profile = await findProfile(db, params.handle)
  if (isFormerHandle(profile, params.handle)) throw redirect(`/members/${profile.handle}${url.search}`, 301)
  const { items, next } = await newestPosts(db, pageOf(url, 30), { memberId: profile.id })
  const isMe = member?.id === profile.id
  const standing = { karma: await karmaOf(db, profile.id), silence: await silenceOf(db, member, profile.id) }
  return {
    profile,
    isMe,
    isSignedIn: member !== null,
    ...standing,
    items,
    next,
    totals: await totalsOfPosts(db, items),
  }
})

export default function MemberPage() {
  const { profile, isMe, isSignedIn, karma, silence, items, next, totals } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <ProfileHead profile={profile} karma={karma} />
      {isMe ? (
        <p className="actions">
          <a href="/settings">Settings</a>
          <a href="/drafts">Drafts</a>
        </p>
      ) : null}
      {isSignedIn && !isMe ? <SilenceChoice handle={profile.handle} kind={silence} /> : null}
      <h2>Posts</h2>
      <PostList posts={items} totals={totals} />
      {items.length === 0 ? <Empty>{profile.handle} has written no post yet.</Empty> : null}
      <More url={`/members/${profile.handle}`} next={next} />
    </section>
  )
}
