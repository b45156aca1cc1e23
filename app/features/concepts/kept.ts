import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. Pages that any member edits stay. */
export const conceptsKept: Kept[] = [
  {
    table: 'concepts',
    column: 'member_id',
    removed: 'stays',
    given: 'concepts',
    without: ['definition_html', 'fact_words'],
  },
  { table: 'concept_names', column: 'member_id', key: ['name_key'], removed: 'stays', given: 'conceptNames' },
  {
    table: 'concept_revisions',
    column: 'member_id',
    key: ['concept_id', 'version'],
    removed: 'stays',
    given: 'conceptRevisions',
  },
  { table: 'concept_merges', column: 'member_id', removed: 'stays', given: 'conceptMerges' },
]
