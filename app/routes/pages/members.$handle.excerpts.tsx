import { useLoaderData } from '@remix-run/react'
import { excerptsMarkedBy } from '#app/features/transcripts/marked/marked.server.ts'
import { MarkedList } from '#app/features/transcripts/marked/marked-list.tsx'
import { profilePage } from '#app/features/votes/profile/profile-page.server.ts'
import { ProfilePage } from '#app/features/votes/profile/profile-page.tsx'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { profileAt } from '#app/http/profile-at.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ head }) => ({ title: `Excerpts by ${head.profile.handle}` }))

export const loader = pageLoader(async (asked) => {
  const { db, member, url } = asked
  const profile = await profileAt(asked)
  const marked = await excerptsMarkedBy(db, profile.id, pageOf(url, 30))
  return { head: await profilePage(db, profile, member), ...marked }
})

export default function ExcerptsOfMember() {
  const { head, items, next } = useLoaderData<typeof loader>()
  const { handle } = head.profile
  return (
    <ProfilePage head={head} part="/excerpts">
      <MarkedList excerpts={items} />
      {items.length === 0 ? <Empty>{handle} has marked no words yet.</Empty> : null}
      <More url={`/members/${handle}/excerpts`} next={next} />
    </ProfilePage>
  )
}
