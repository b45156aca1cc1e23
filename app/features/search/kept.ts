import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const searchKept: Kept[] = [
  {
    table: 'search_entries',
    column: 'member_id',
    key: ['number'],
    removed: 'stays',
    given: { leftOut: 'finds what is given elsewhere' },
  },
]
