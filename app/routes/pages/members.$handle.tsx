import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { describeMember, findProfile } from '#app/features/accounts/accounts.server.ts'
import { Description } from '#app/features/accounts/member.ts'
import { newestPosts } from '#app/features/discussion/posts/posts.server.ts'
import { PostList } from '#app/features/votes/post-list.tsx'
import { totalsOfPosts } from '#app/features/votes/votes.server.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { notAllowed } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import { Checkbox, Form, Submit, TextArea, useRefused } from '#app/ui/form.tsx'
import { Empty, More } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.profile.handle ?? 'Member'} · Parallax` },
]

export const loader = pageLoader(async ({ db, member, params, url }) => {
  const profile = await findProfile(db, params.handle)
  const { items, next } = await newestPosts(db, pageOf(url, 30), { memberId: profile.id })
  return { profile, isMe: member?.id === profile.id, items, next, totals: await totalsOfPosts(db, items) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const profile = await findProfile(db, params.handle)
  if (profile.id !== member.id) throw notAllowed('Only members themselves change what is said of them.')
  const { bio } = parse(Description, form.values())
  await describeMember(db, member, { bio, showsBallots: form.get('showsBallots') !== undefined })
  return redirect(`/members/${profile.handle}`)
})

export default function MemberPage() {
  const { profile, isMe, items, next, totals } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>{profile.handle}</h1>
      <p className="meta">
        <span>{profile.unclaimed ? 'imported; nobody has claimed this name' : profile.role}</span>
        <span>
          since <Time ms={profile.joinedAt} />
        </span>
        <span>{profile.showsBallots ? 'shows ballots with name and reason' : 'keeps ballots private'}</span>
      </p>
      {profile.bio ? <p className="prose">{profile.bio}</p> : null}
      {isMe ? (
        <details open={refused !== undefined}>
          <summary>What others see of you</summary>
          <Form refused={refused} className="card">
            <TextArea
              name="bio"
              label="About you"
              value={profile.bio}
              rows={3}
              hint="At most 1,000 characters, plain text."
            />
            <Checkbox
              name="showsBallots"
              label="Show my ballots, with my name and reasons"
              hint="Otherwise others see them in totals only."
              isChecked={profile.showsBallots}
            />
            <Submit>Save</Submit>
          </Form>
        </details>
      ) : null}
      <h2>Posts</h2>
      <PostList posts={items} totals={totals} />
      {items.length === 0 ? <Empty>{profile.handle} has written no post yet.</Empty> : null}
      <More url={`/members/${profile.handle}`} next={next} />
    </section>
  )
}
