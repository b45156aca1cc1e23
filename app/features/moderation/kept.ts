import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const moderationKept: Kept[] = [
  { table: 'attributions', column: 'member_id', key: ['unclaimed_id'], removed: 'goes', given: 'attributionsAsked' },
  {
    table: 'attributions',
    column: 'unclaimed_id',
    key: ['member_id'],
    removed: 'stays',
    given: { leftOut: 'what others said of an imported author before it was this member' },
  },
  {
    table: 'attributions',
    column: 'decided_by',
    key: ['unclaimed_id', 'member_id'],
    removed: 'stays',
    given: 'attributionsDecided',
  },
  { table: 'flags', column: 'member_id', key: ['kind', 'id'], removed: 'goes', given: 'flags' },
  {
    table: 'moderation_acts',
    column: 'member_id',
    removed: 'stays',
    given: 'moderatedActs',
    without: ['moderator_id'],
  },
  { table: 'moderation_acts', column: 'moderator_id', removed: 'stays', given: 'actsAsModerator' },
  {
    table: 'appeals',
    column: 'member_id',
    key: ['act_id'],
    removed: 'goes',
    given: 'appeals',
    without: ['decided_by'],
  },
  { table: 'appeals', column: 'decided_by', key: ['act_id'], removed: 'stays', given: 'appealsDecided' },
  { table: 'suspensions', column: 'member_id', key: ['member_id'], removed: 'goes', given: 'suspensions' },
  { table: 'redactions', column: 'member_id', removed: 'stays', given: 'redactions' },
]
