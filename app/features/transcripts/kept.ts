import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. What is shared with everybody stays: others build on it. */
export const transcriptsKept: Kept[] = [
  { table: 'transcripts', column: 'member_id', removed: 'stays', given: 'transcripts', without: ['hash'] },
  { table: 'excerpts', column: 'member_id', removed: 'stays', given: 'excerpts' },
  { table: 'collections', column: 'member_id', removed: 'stays', given: 'collections', without: ['html'] },
  {
    table: 'collection_versions',
    column: 'edited_by',
    key: ['collection_id', 'version'],
    removed: 'stays',
    given: 'collectionVersions',
    without: ['html'],
  },
]
