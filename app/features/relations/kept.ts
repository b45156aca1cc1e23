import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. The map is everybody’s, and stays. */
export const relationsKept: Kept[] = [
  { table: 'relations', column: 'member_id', removed: 'stays', given: 'relations' },
  { table: 'relation_history', column: 'member_id', removed: 'stays', given: 'relationChanges' },
  { table: 'relation_history', column: 'said_by', removed: 'stays', given: 'relationHistory' },
  { table: 'relation_kinds', column: 'member_id', removed: 'stays', given: 'relationKinds' },
  {
    table: 'near_dismissals',
    column: 'member_id',
    key: ['one_kind', 'one_id', 'other_kind', 'other_id'],
    removed: 'stays',
    given: 'nearDismissals',
  },
]
