import type { Exported } from '../exported.ts'

const judged = ['fits', 'partly', 'misfits']
const ballotVerdicts = [...judged, 'unsure']

const shows = (ballot: string) => `coalesce((select choice.shows from ballot_choices as choice
    where choice.claim_id = ${ballot}.claim_id and choice.member_id = ${ballot}.member_id),
  (select voter.shows_ballots from members as voter where voter.id = ${ballot}.member_id)) = 1`

// How a member judges a framing: two bits a standpoint, from position 0 up (0: not, or unsure).
const code = `case b.verdict when 'fits' then 1 when 'partly' then 2 else 3 end`
const patterns = `select b.claim_id, b.framing_id, b.member_id,
    cast(sum((${code}) * (cast(1 as bigint) << (2 * s.position))) as bigint) as pattern
  from ballots b join standpoints s on s.id = b.standpoint_id
  where b.verdict <> 'unsure' and not (${shows('b')}) group by b.claim_id, b.framing_id, b.member_id`

const dayColumns = (count: Record<string, 'number'>): Exported['columns'] => ({ ...count, day: 'number' })
const none = { fits: 'number', partly: 'number', misfits: 'number' } as const
const ofCell = { claim_id: 'text', framing_id: 'text', standpoint_id: 'text' } as const
// A day that is not over is told by nothing but the counts that stand.
const isOver = 'day < {today}'
const counts = 'fits <> 0 or partly <> 0 or misfits <> 0'

/** Ballots by name where their members show them; of all others how many there are. */
export const ballots: Exported[] = [
  {
    name: 'ballots-shown',
    says: 'a ballot that its member shows by name, with the reason',
    table: 'ballots',
    where: shows('ballots'),
    key: ['standpoint_id', 'framing_id', 'member_id'],
    columns: {
      ...{ claim_id: 'text', standpoint_id: 'text', framing_id: 'text', member_id: 'text', verdict: 'text' },
      ...{ reason: 'text', moved_by_kind: 'text?', moved_by_id: 'text?', part: 'text' },
    },
    oneOf: { verdict: ballotVerdicts, moved_by_kind: ['comment', 'excerpt'] },
    shown: {
      part: `coalesce((select choice.part from ballot_choices as choice
        where choice.claim_id = ballots.claim_id and choice.member_id = ballots.member_id), '')`,
    },
    without: {
      ...{ claim_version: 'of the words as they stand', framing_version: 'of the words as they stand' },
      standpoint_version: 'of the words as they stand',
      cast_at: 'the time of a single vote',
    },
  },
  {
    name: 'ballots-unnamed',
    says: 'so many members who do not show their ballots judge a framing of a claim in this way. `pattern`: two bits for each standpoint by its position, from 0 up (1 fits, 2 partly, 3 misfits, 0 not). How anybody judges two framings is not said',
    table: 'ballots',
    from: `(select claim_id, framing_id, pattern, cast(count(*) as bigint) as voters
      from (${patterns}) as judged group by claim_id, framing_id, pattern) as patterns`,
    key: ['claim_id', 'framing_id', 'pattern'],
    columns: { claim_id: 'text', framing_id: 'text', pattern: 'number', voters: 'number' },
    without: {},
  },
  {
    name: 'ballots-unsure',
    says: 'so many members who do not show their ballots are unsure of a framing from a standpoint',
    table: 'ballots',
    from: `(select b.claim_id, b.framing_id, b.standpoint_id, cast(count(*) as bigint) as voters from ballots b
      where b.verdict = 'unsure' and not (${shows('b')})
      group by b.claim_id, b.framing_id, b.standpoint_id) as unsure`,
    key: ['claim_id', 'framing_id', 'standpoint_id'],
    columns: { ...ofCell, voters: 'number' },
    without: {},
  },
  {
    name: 'handle-votes',
    says: 'so many would use this framing as the name from a standpoint; without a framing: none of these',
    table: 'handle_votes',
    from: `(select claim_id, standpoint_id, framing_id, cast(count(*) as bigint) as voters from handle_votes
      group by claim_id, standpoint_id, framing_id) as names`,
    key: ['claim_id', 'standpoint_id', `coalesce(framing_id, '')`],
    columns: { claim_id: 'text', standpoint_id: 'text', framing_id: 'text?', voters: 'number' },
    without: {
      member_id: 'private',
      cast_at: 'the time of a single vote',
      ...{ claim_version: 'of the words as they stand', framing_version: 'of the words as they stand' },
      standpoint_version: 'of the words as they stand',
    },
  },
  {
    name: 'earlier-votes',
    says: 'so many said this of earlier words, or of a framing merged into this one; `said`: a verdict, or handles',
    table: 'earlier_ballots',
    from: `(select claim_id, standpoint_id, framing_id, said, cast(count(*) as bigint) as voters from (
        select claim_id, standpoint_id, framing_id, verdict as said from earlier_ballots union all
        select claim_id, standpoint_id, coalesce(framing_id, ''), 'handles' from earlier_handle_votes) as each_one
      group by claim_id, standpoint_id, framing_id, said) as earlier`,
    key: ['claim_id', 'standpoint_id', 'framing_id', 'said'],
    oneOf: { said: [...ballotVerdicts, 'handles'] },
    columns: { claim_id: 'text', standpoint_id: 'text', framing_id: 'text', said: 'text', voters: 'number' },
    without: {
      member_id: 'private',
      ...{ verdict: 'told as `said`', reason: 'private', moved_by_kind: 'private', moved_by_id: 'private' },
      ...{ claim_version: 'of earlier words', framing_version: 'of earlier words' },
      standpoint_version: 'of earlier words',
      of_framing_id: 'how the framing was called before, by single votes',
      ...{ cast_at: 'the time of a single vote', set_apart_at: 'told by the wordings' },
    },
  },
  {
    name: 'claim-voters',
    says: 'so many members have voted on a claim',
    table: 'voter_counts',
    where: 'voters <> 0',
    key: ['claim_id'],
    columns: { claim_id: 'text', voters: 'number' },
    without: {},
  },
  {
    name: 'tally-days',
    says: 'by how much the counts of a cell changed in a UTC day that is over (days since 1970)',
    table: 'tally_days',
    where: `${isOver} and (${counts} or unsure <> 0 or handles <> 0)`,
    key: ['claim_id', 'framing_id', 'standpoint_id', 'day'],
    columns: { ...ofCell, ...dayColumns({ ...none, unsure: 'number', handles: 'number' }) },
    without: {},
  },
  {
    name: 'pair-days',
    says: 'by how much in a day it changed how many judge a framing so from one standpoint and so from another',
    table: 'pair_days',
    where: `${isOver} and members <> 0`,
    key: ['claim_id', 'place', 'other_place', 'framing_id', 'verdict', 'other_verdict', 'day'],
    oneOf: { verdict: judged, other_verdict: judged },
    columns: {
      ...{ claim_id: 'text', framing_id: 'text', place: 'number', other_place: 'number' },
      ...{ verdict: 'text', other_verdict: 'text', ...dayColumns({ members: 'number' }) },
    },
    without: {},
  },
  {
    name: 'everywhere-days',
    says: 'by how much in a day it changed how those judge a framing who judge it from just the first so many standpoints',
    table: 'everywhere_days',
    where: `${isOver} and (${counts})`,
    key: ['claim_id', 'standpoints', 'framing_id', 'standpoint_id', 'day'],
    columns: { ...ofCell, standpoints: 'number', ...dayColumns(none) },
    without: {},
  },
  {
    name: 'voter-days',
    says: 'by how much the number of a claim’s voters changed in a day',
    table: 'voter_days',
    where: `${isOver} and voters <> 0`,
    key: ['claim_id', 'day'],
    columns: { claim_id: 'text', ...dayColumns({ voters: 'number' }) },
    without: {},
  },
  {
    name: 'departures',
    says: 'so many votes of so many members left a claim in a day that is over, since their accounts were removed; of fewer than five members it is not said',
    table: 'departures',
    where: `${isOver} and members >= 5`,
    key: ['claim_id', 'day'],
    columns: { claim_id: 'text', ...dayColumns({ members: 'number', votes: 'number' }) },
    without: {},
  },
]
