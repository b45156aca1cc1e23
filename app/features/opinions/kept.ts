import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const opinionsKept: Kept[] = [
  { table: 'camp_leavers', column: 'member_id', key: ['member_id'], removed: 'stays', given: 'leftCamps' },
]
