import { notificationAnswer } from '#app/features/exchange/answers/notification-answer.server.ts'
import { sourcePath } from '#app/features/notifications/notification.ts'
import { notificationsOf } from '#app/features/notifications/notifications.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

const notifications = endpoint({
  get: reading(
    { summary: 'One’s own notifications, the unread first, then the newest first.', answers: 'notification[]' },
    async ({ db, member, url, env }) => {
      const page = pageOf(url)
      if (!member) throw notSignedIn()
      const { items, next } = await notificationsOf(db, member, page)
      return { items: items.map((one) => notificationAnswer(one, env.ORIGIN + sourcePath(one))), next }
    },
  ),
})

export const loader = notifications
export const action = notifications
