import type { Kept } from '#db/kept.ts'

/** What the room keeps of a member. */
export const ballotsKept: Kept[] = [
  {
    table: 'ballots',
    column: 'member_id',
    key: ['standpoint_id', 'framing_id'],
    removed: 'taken back',
    given: 'ballots',
  },
  {
    table: 'earlier_ballots',
    column: 'member_id',
    key: ['standpoint_id', 'framing_id'],
    removed: 'taken back',
    given: 'ballotsOnEarlierWords',
  },
  { table: 'ballot_history', column: 'member_id', removed: 'goes', given: 'ballotHistory' },
  { table: 'handle_votes', column: 'member_id', key: ['standpoint_id'], removed: 'taken back', given: 'handleVotes' },
  {
    table: 'earlier_handle_votes',
    column: 'member_id',
    key: ['standpoint_id'],
    removed: 'taken back',
    given: 'handleVotesOnEarlierWords',
  },
  { table: 'handle_vote_history', column: 'member_id', removed: 'goes', given: 'handleVoteHistory' },
  {
    table: 'claim_voters',
    column: 'member_id',
    key: ['claim_id'],
    removed: 'taken back',
    given: { leftOut: 'counts the ballots and handle votes that are given' },
  },
  { table: 'ballot_choices', column: 'member_id', key: ['claim_id'], removed: 'goes', given: 'ballotChoices' },
  { table: 'early_lookers', column: 'member_id', key: ['member_id'], removed: 'goes', given: 'earlyLooks' },
]
