import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const classifyingKept: Kept[] = [
  { table: 'classifiers', column: 'member_id', removed: 'stays', given: 'classifiers' },
]
