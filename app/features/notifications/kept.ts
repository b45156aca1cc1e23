import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const notificationsKept: Kept[] = [
  { table: 'follows', column: 'member_id', key: ['subject_kind', 'subject_id'], removed: 'goes', given: 'follows' },
  {
    table: 'follows',
    column: 'subject_id',
    key: ['member_id', 'subject_kind'],
    removed: 'goes',
    given: { leftOut: 'who follows somebody is theirs to know' },
  },
  { table: 'notifications', column: 'member_id', removed: 'goes', given: 'notifications' },
  { table: 'notifications', column: 'actor_id', removed: 'stays', given: { leftOut: 'what others were told' } },
  {
    table: 'notification_settings',
    column: 'member_id',
    key: ['kind'],
    removed: 'goes',
    given: 'notificationSettings',
  },
  { table: 'digests', column: 'member_id', key: ['member_id'], removed: 'goes', given: 'digests' },
  {
    table: 'unsubscribe_tokens',
    column: 'member_id',
    key: ['hash'],
    removed: 'goes',
    given: 'unsubscribeLinks',
    without: ['hash'],
  },
]
