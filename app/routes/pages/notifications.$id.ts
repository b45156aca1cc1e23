import { redirect } from '@remix-run/node'
import { sourcePath } from '#app/features/notifications/notification.ts'
import { findNotification, markRead } from '#app/features/notifications/notifications.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

/** Leads to what a notification is about; opening it is reading it, while a browser that only looks ahead has read nothing. */
export const loader = pageLoader(async ({ db, member, params, request }) => {
  if (!member) throw notSignedIn()
  const found = await findNotification(db, member, params.id)
  const isAhead = /prefetch|prerender/.test(request.headers.get('sec-purpose') ?? '')
  if (!found.isRead && !isAhead) await markRead(db, member, [params.id])
  return redirect(sourcePath(found))
})
