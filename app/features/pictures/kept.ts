import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const picturesKept: Kept[] = [
  { table: 'pictures', column: 'member_id', removed: 'stays', given: 'pictures', without: ['sent_hash'] },
]
