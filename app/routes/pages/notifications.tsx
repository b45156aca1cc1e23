import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NotificationList, ReadAllButton } from '#app/features/notifications/notification-list.tsx'
import {
  markAllRead,
  markRead,
  notificationsOf,
  unreadCount,
} from '#app/features/notifications/notifications.server.ts'
import { titled } from '#app/http/found/head.ts'
import { buttonAction, pageLoader } from '#app/http/page.server.ts'
import { now } from '#app/lib/clock.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { More } from '#app/ui/plain.tsx'

export const meta = titled('Notifications')

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const shownAt = now()
  const { items, next } = await notificationsOf(db, member, pageOf(url, 30))
  return { items, next, shownAt, unread: await unreadCount(db, member) }
})

export const action = buttonAction(async ({ db, member, form }) => {
  const [read, until] = [form.get('read') ?? '', Number(form.get('until'))]
  if (read === 'all') await markAllRead(db, member, Number.isSafeInteger(until) ? until : now())
  else await markRead(db, member, [read])
  return redirect('/notifications')
})

export default function Notifications() {
  const { items, next, shownAt, unread } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <div className="title-row">
        <h1>Notifications</h1>
        <div className="actions" id="unread">
          <a href="/settings/notifications">What you are told of</a>
          {unread > 0 ? <ReadAllButton until={shownAt} /> : null}
        </div>
      </div>
      <NotificationList notifications={items} />
      <More url="/notifications" next={next} />
    </section>
  )
}
