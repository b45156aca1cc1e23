import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BallotList } from '#app/features/ballots/shown/ballot-list.tsx'
import { ballotsOfMember, maySeeBallots } from '#app/features/ballots/shown/ballots-of-member.server.ts'
import { profilePage } from '#app/features/votes/profile/profile-page.server.ts'
import { ProfilePage } from '#app/features/votes/profile/profile-page.tsx'
import { pageLoader } from '#app/http/page.server.ts'
import { profileAt } from '#app/http/profile-at.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Ballots of ${data?.head.profile.handle ?? 'a member'} · Parallax` },
]

export const loader = pageLoader(async (asked) => {
  const { db, member, url } = asked
  const profile = await profileAt(asked)
  const ballots = await ballotsOfMember(db, profile, member, pageOf(url, 30))
  return { head: await profilePage(db, profile, member), ...ballots, mayBeSeen: maySeeBallots(member, profile) }
})

export default function BallotsOfMember() {
  const { head, items, next, mayBeSeen } = useLoaderData<typeof loader>()
  const { handle, showsBallots } = head.profile
  return (
    <ProfilePage head={head} part="/ballots">
      {head.isMe && !showsBallots ? (
        <p className="notice">Only you see this. Others see your ballots in totals, unless your settings show them.</p>
      ) : null}
      <BallotList ballots={items} />
      {!mayBeSeen ? <Empty>{handle} keeps ballots private: they are counted in totals only.</Empty> : null}
      {mayBeSeen && items.length === 0 ? <Empty>{handle} has cast no ballot yet.</Empty> : null}
      <More url={`/members/${handle}/ballots`} next={next} />
    </ProfilePage>
  )
}
