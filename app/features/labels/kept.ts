import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. Labels and where they are on stay; who agrees is taken back. */
export const labelsKept: Kept[] = [
  { table: 'labels', column: 'member_id', removed: 'stays', given: 'labels' },
  {
    table: 'label_versions',
    column: 'member_id',
    key: ['label_id', 'version'],
    removed: 'stays',
    given: 'labelVersions',
  },
  { table: 'label_rulings', column: 'member_id', removed: 'stays', given: 'labelRulings' },
  {
    table: 'labellings',
    column: 'placed_by',
    key: ['excerpt_id', 'label_id'],
    removed: 'stays',
    given: 'labelsPlaced',
  },
  {
    table: 'label_votes',
    column: 'member_id',
    key: ['excerpt_id', 'label_id'],
    removed: 'taken back',
    given: 'labelVotes',
  },
  { table: 'label_vote_history', column: 'member_id', removed: 'goes', given: 'labelVoteHistory' },
  { table: 'showings', column: 'member_id', key: ['excerpt_id'], removed: 'goes', given: 'showings' },
]
