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
  { table: 'redactions', column: 'member_id', removed: 'stays', given: 'redactions' },
]
