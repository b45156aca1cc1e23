import { Empty, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { deedWords, type Notification } from './notification.ts'

/** What is new for a member, the unread first. */
export function NotificationList({ notifications }: { notifications: readonly Notification[] }) {
  if (notifications.length === 0)
    return (
      <Empty href="/posts" step="To the posts">
        Nothing yet. You are told here of answers to what you write, and of what is new where you follow.
      </Empty>
    )
  return (
    <ul className="list notifications">
      {notifications.map((one) => (
        <li key={one.id} id={`n-${one.id}`} className={one.isRead ? undefined : 'unread'}>
          <One notification={one} />
        </li>
      ))}
    </ul>
  )
}

function One({ notification }: { notification: Notification }) {
  const { id, actor, subject, words, createdAt, isRead } = notification
  return (
    <>
      <p>
        {isRead ? null : <span className="visually-hidden">Unread: </span>}
        <MemberLink handle={actor.handle} /> {deedWords(notification)}{' '}
        <a href={`/notifications/${id}`}>{subject.title}</a>
      </p>
      {words ? (
        <p className="soft words" dir="auto">
          {words}
        </p>
      ) : null}
      <div className="meta">
        <Time ms={createdAt} />
        {isRead ? null : <ReadButton id={id} of={`${actor.handle} ${deedWords(notification)} ${subject.title}`} />}
      </div>
    </>
  )
}

function ReadButton({ id, of }: { id: string; of: string }) {
  return (
    <form method="post" action="/notifications" data-swap={`n-${id} unread bell`}>
      <button className="link" type="submit" name="read" value={id} aria-label={`Mark as read: ${of}`}>
        Mark as read
      </button>
    </form>
  )
}

/** Marks what the page shows, and what is older; what came since stays unread. */
export function ReadAllButton({ until }: { until: number }) {
  return (
    <form method="post" action="/notifications">
      <input type="hidden" name="until" value={until} />
      <button className="button quiet" type="submit" name="read" value="all">
        Mark all as read
      </button>
    </form>
  )
}
