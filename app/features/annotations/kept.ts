import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const annotationsKept: Kept[] = [
  { table: 'annotations', column: 'member_id', removed: 'stays', given: 'annotations', without: ['excerpts'] },
]
