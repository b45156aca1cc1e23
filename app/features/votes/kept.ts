import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const votesKept: Kept[] = [
  {
    table: 'votes',
    column: 'member_id',
    key: ['target_kind', 'target_id', 'axis'],
    removed: 'taken back',
    given: 'votes',
  },
]
