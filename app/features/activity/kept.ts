import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. Of what a removed member did, only what made something stays. */
export const activityKept: Kept[] = [{ table: 'activity', column: 'member_id', removed: 'stays', given: 'deeds' }]
