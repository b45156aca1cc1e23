import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const exchangeKept: Kept[] = [{ table: 'imports', column: 'member_id', removed: 'goes', given: 'imports' }]
