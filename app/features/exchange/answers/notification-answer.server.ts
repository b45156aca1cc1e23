import * as v from 'valibot'
import { isoTime } from '#app/lib/clock.ts'

const thing = v.object({ type: v.string(), id: v.string() })

export const NotificationAnswer = v.object({
  id: v.string(),
  kind: v.picklist(['invitation', 'moderation', 'waiting', 'reply', 'quote', 'evidence', 'mention', 'followed']),
  actor: v.object({ handle: v.string() }),
  source: thing,
  subject: v.object({ ...thing.entries, title: v.string() }),
  words: v.string(),
  url: v.string(),
  createdAt: v.string(),
  read: v.boolean(),
})

export const FollowAnswer = v.object({ ...thing.entries, following: v.boolean() })

/** How many are unread; 100 stands for more as well. */
export const UnreadAnswer = v.object({ unread: v.number() })

/** As the room of notifications has it, which this room does not know. */
interface Given {
  id: string
  kind: v.InferOutput<typeof NotificationAnswer>['kind']
  actor: { handle: string }
  source: { kind: string; id: string }
  subject: { kind: string; id: string; title: string }
  words: string
  createdAt: number
  isRead: boolean
}

export function notificationAnswer(given: Given, url: string): v.InferOutput<typeof NotificationAnswer> {
  const { id, kind, actor, source, subject, words, createdAt, isRead } = given
  return {
    id,
    kind,
    actor: { handle: actor.handle },
    source: { type: source.kind, id: source.id },
    subject: { type: subject.kind, id: subject.id, title: subject.title },
    words,
    url,
    createdAt: isoTime(createdAt),
    read: isRead,
  }
}

export function followAnswer({ kind, id }: { kind: string; id: string }, following: boolean) {
  return { type: kind, id, following }
}
