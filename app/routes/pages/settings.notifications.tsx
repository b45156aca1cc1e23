import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FollowedList } from '#app/features/notifications/followed-list.tsx'
import { followedBy } from '#app/features/notifications/follows.server.ts'
import { kindsFor } from '#app/features/notifications/notification.ts'
import { settingsOf } from '#app/features/notifications/settings/settings.server.ts'
import { setByForm } from '#app/features/notifications/settings/settings-by-form.server.ts'
import { NotificationSettingsForm } from '#app/features/notifications/settings/settings-form.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { More } from '#app/ui/plain.tsx'

const here = '/settings/notifications'

export const meta = titled('What you are told of')

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const followed = await followedBy(db, member, pageOf(url, 50))
  const settings = { ...(await settingsOf(db, member)), kinds: kindsFor(member) }
  return { settings, followed, isSaved: url.searchParams.has('saved') }
})

export const action = pageAction(async ({ db, member, form }) => {
  await setByForm(db, member, form.values())
  return redirect(`${here}?saved`)
})

export default function NotificationSettings() {
  const { settings, followed, isSaved } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>What you are told of</h1>
      {isSaved ? (
        <p className="notice" role="status">
          Saved.
        </p>
      ) : null}
      <NotificationSettingsForm {...settings} />
      <h2>What you follow</h2>
      <FollowedList followed={followed.items} back={here} />
      <More url={here} next={followed.next} />
    </section>
  )
}
