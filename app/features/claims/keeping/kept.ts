import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. What is shared with everybody stays: others judge it. */
export const claimsKept: Kept[] = [
  { table: 'claims', column: 'member_id', removed: 'stays', given: 'claims', without: ['context_html'] },
  { table: 'framings', column: 'member_id', removed: 'stays', given: 'framings' },
  { table: 'framings', column: 'merged_by', removed: 'stays', given: 'framingsMerged' },
  {
    table: 'claim_framings',
    column: 'member_id',
    key: ['claim_id', 'framing_id'],
    removed: 'stays',
    given: 'framingsProposed',
  },
  { table: 'standpoints', column: 'member_id', removed: 'stays', given: 'standpoints' },
  { table: 'wordings', column: 'member_id', key: ['kind', 'id', 'version'], removed: 'stays', given: 'wordings' },
  { table: 'wordings', column: 'ruled_by', key: ['kind', 'id', 'version'], removed: 'stays', given: 'wordingsRuledOn' },
  { table: 'framing_names', column: 'member_id', key: ['name_key'], removed: 'stays', given: 'framingNames' },
]
