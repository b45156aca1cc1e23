import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BallotList } from '#app/features/ballots/shown/ballot-list.tsx'
import { takeBackByForm, votesOfMember } from '#app/features/ballots/shown/ballots-of-member.server.ts'
import { InvitedBack, OwnTools } from '#app/features/ballots/shown/own-tools.tsx'
import { invitationsOf, putOffInvitations } from '#app/features/ballots/voting/choices.server.ts'
import { profilePage } from '#app/features/votes/profile/profile-page.server.ts'
import { ProfilePage } from '#app/features/votes/profile/profile-page.tsx'
import { headed } from '#app/http/found/head.ts'
import { buttonAction, pageLoader } from '#app/http/page.server.ts'
import { profileAt } from '#app/http/profile-at.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ head }) => ({ title: `Ballots of ${head.profile.handle}` }))

export const loader = pageLoader(async (asked) => {
  const { db, member, url } = asked
  const profile = await profileAt(asked)
  const since = (member?.id === profile.id && url.searchParams.get('since')) || null
  const votes = await votesOfMember(db, profile, member, pageOf(url, 30), since)
  const invitations = member?.id === profile.id ? await invitationsOf(db, member) : []
  return { head: await profilePage(db, profile, member), ...votes, since, invitations }
})

export const action = buttonAction(async ({ db, member, url, form }) => {
  if (form.get('intent') === 'put-off') await putOffInvitations(db, member, form.get('claim') ?? '')
  else await takeBackByForm(db, member, form.values())
  return redirect(`/members/${member.handle}/ballots${url.search}`)
})

export default function BallotsOfMember() {
  const { head, items, next, since, invitations } = useLoaderData<typeof loader>()
  const { isMe } = head
  const { handle, showsBallots } = head.profile
  const none =
    isMe || showsBallots
      ? `${handle} has cast no ballot yet.`
      : `${handle} shows no ballots: they are counted in totals only.`
  return (
    <ProfilePage head={head} part="/ballots">
      {isMe && !showsBallots ? (
        <p className="notice">
          Only you see this, but for claims where you chose to show your ballots. Others see totals, unless your
          settings show them.
        </p>
      ) : null}
      <InvitedBack invitations={invitations} />
      {isMe ? <OwnTools since={since} /> : null}
      <BallotList votes={items} isMine={isMe} />
      {items.length === 0 ? <Empty>{since ? `Nothing since ${since}.` : none}</Empty> : null}
      <More url={`/members/${handle}/ballots${since ? `?since=${since}` : ''}`} next={next} />
    </ProfilePage>
  )
}
