import { ReadDraft } from '#app/features/notifications/notification.ts'
import { markAllRead, markRead, unreadCount } from '#app/features/notifications/notifications.server.ts'
import { endpoint, there, writing } from '#app/http/api.server.ts'

const read = endpoint({
  post: writing(
    { summary: 'Marks notifications as read: those named by ids, or all.', answers: 'unread', body: ReadDraft },
    async ({ db, member, body }) => {
      if (body.ids) await markRead(db, member, body.ids)
      else await markAllRead(db, member)
      return there({ unread: await unreadCount(db, member) })
    },
  ),
})

export const loader = read
export const action = read
