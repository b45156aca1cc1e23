import { type NotificationKind, notificationKinds } from '../notification.ts'

/** A member, and why they might be told. */
export interface Reason {
  memberId: string
  kind: NotificationKind
}

/** Of each member the strongest reason; nobody is told of what they did themselves. */
export function strongest(reasons: readonly Reason[], actorId: string): Reason[] {
  const rank = ({ kind }: Reason) => notificationKinds.indexOf(kind)
  const best = new Map<string, Reason>()
  for (const reason of reasons) {
    const known = best.get(reason.memberId)
    if (reason.memberId !== actorId && (!known || rank(reason) < rank(known))) best.set(reason.memberId, reason)
  }
  return [...best.values()]
}

export const becauseOf = (kind: NotificationKind, memberIds: readonly string[]): Reason[] =>
  memberIds.map((memberId) => ({ memberId, kind }))
