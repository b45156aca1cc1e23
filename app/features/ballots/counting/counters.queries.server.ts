import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import { prepared, preparedFirst, preparedWrite } from '#db/prepared.ts'
import type { Tables } from '#db/tables.ts'
import type { CellChange, EverywhereChange, PairChange, StandingVote } from './changes.ts'

/** Whose votes: on the claim altogether, on one framing, or the names from one standpoint. */
export interface Place {
  claimId: string
  framingId?: string
  namesFrom?: string
}

/** Holds the member's row, so that their writes on one claim follow each other; answers how many votes they have. */
export async function upsertVoter(tx: Db, claimId: string, memberId: string, votes: number): Promise<number> {
  return (await upsertVotes(tx, claimId, memberId, votes))?.votes as number
}

const upsertVotes = preparedFirst((tx: Db, claimId: string, memberId: string, votes: number) =>
  tx
    .insertInto('claim_voters')
    .values({ claim_id: claimId, member_id: memberId, votes })
    .onConflict((c) =>
      c.columns(['claim_id', 'member_id']).doUpdateSet((e) => ({ votes: e('claim_voters.votes', '+', votes) })),
    )
    .returning('votes'),
)

export async function deleteVoter(tx: Db, claimId: string, memberId: string) {
  await tx.deleteFrom('claim_voters').where('claim_id', '=', claimId).where('member_id', '=', memberId).execute()
}

export async function selectStandingVotes(tx: Db, place: Place, memberIds: readonly string[]): Promise<StandingVote[]> {
  const ballots = place.namesFrom ? [] : await selectStandingBallots(tx, place, memberIds)
  return place.framingId ? ballots : [...ballots, ...(await selectStandingHandles(tx, place, memberIds))]
}

const selectStandingBallots = prepared((tx: Db, { claimId, framingId }: Place, memberIds: readonly string[]) =>
  tx
    .selectFrom('ballots')
    .innerJoin('standpoints', 'standpoints.id', 'ballots.standpoint_id')
    .select(['ballots.member_id as memberId', 'standpoint_id as standpointId', 'position'])
    .select(['framing_id as framingId', 'verdict as said'])
    .where('ballots.claim_id', '=', claimId)
    .where('ballots.member_id', 'in', memberIds)
    .$if(framingId !== undefined, (query) => query.where('framing_id', '=', framingId as string)),
)

const selectStandingHandles = prepared((tx: Db, { claimId, namesFrom }: Place, memberIds: readonly string[]) =>
  tx
    .selectFrom('handle_votes')
    .innerJoin('standpoints', 'standpoints.id', 'handle_votes.standpoint_id')
    .select(['handle_votes.member_id as memberId', 'standpoint_id as standpointId', 'position'])
    .select((e) => [e.fn.coalesce('framing_id', e.val('')).as('framingId'), e.val('handles' as const).as('said')])
    .where('handle_votes.claim_id', '=', claimId)
    .where('handle_votes.member_id', 'in', memberIds)
    .$if(namesFrom !== undefined, (query) => query.where('standpoint_id', '=', namesFrom as string)),
)

/** Adds to what cells count, and to what they changed by in the day. */
export async function upsertTallies(tx: Db, claimId: string, day: number, changes: readonly CellChange[]) {
  if (changes.length === 0) return
  const rows = changes.map(({ standpointId, framingId, ...counts }) => ({
    ...{ claim_id: claimId, standpoint_id: standpointId, framing_id: framingId },
    ...counts,
  }))
  await addTo.tallies(tx, rows)
  await addTo.tallyDays(tx, onDay(rows, day))
}

/** Moves members from pair to pair, now and in the day. */
export async function upsertPairs(tx: Db, claimId: string, day: number, changes: readonly PairChange[]) {
  if (changes.length === 0) return
  const rows = changes.map(({ framingId, places, verdicts, members }) => ({
    ...{ claim_id: claimId, framing_id: framingId, place: places[0], other_place: places[1] },
    ...{ verdict: verdicts[0], other_verdict: verdicts[1], members },
  }))
  await addTo.pairs(tx, rows)
  await addTo.pairDays(tx, onDay(rows, day))
}

/** Counts those who judge from everywhere, now and in the day. */
export async function upsertEverywhere(tx: Db, claimId: string, day: number, changes: readonly EverywhereChange[]) {
  if (changes.length === 0) return
  const rows = changes.map(({ framingId, standpointId, ...counts }) => ({
    ...{ claim_id: claimId, framing_id: framingId, standpoint_id: standpointId },
    ...counts,
  }))
  await addTo.everywhere(tx, rows)
  await addTo.everywhereDays(tx, onDay(rows, day))
}

const onDay = <R>(rows: readonly R[], day: number) => rows.map((row) => ({ ...row, day }))

type Counting = 'tallies' | 'tally_days' | 'verdict_pairs' | 'pair_days' | 'everywhere_tallies' | 'everywhere_days'
const counted = ['fits', 'partly', 'misfits', 'unsure', 'handles', 'members']

/** Adds what these rows count to what is there under their keys. */
function adding<T extends Counting>(table: T, keys: readonly (keyof Tables[T] & string)[]) {
  return preparedWrite((tx: Db, rows: readonly Tables[T][]) => {
    const counts = Object.keys(rows[0] as object).filter((column) => counted.includes(column))
    const more = counts.map((name) => [name, sql`${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`])
    return tx
      .insertInto(table as Counting)
      .values(rows as never)
      .onConflict((c) => c.columns(keys as never).doUpdateSet(Object.fromEntries(more)))
  })
}

const ofCell = ['standpoint_id', 'framing_id'] as const
const ofPair = ['claim_id', 'place', 'other_place', 'framing_id', 'verdict', 'other_verdict'] as const
const ofEverywhere = ['claim_id', 'standpoints', 'framing_id', 'standpoint_id'] as const

const addTo = {
  tallies: adding('tallies', ofCell),
  tallyDays: adding('tally_days', ['claim_id', ...ofCell, 'day']),
  pairs: adding('verdict_pairs', ofPair),
  pairDays: adding('pair_days', [...ofPair, 'day']),
  everywhere: adding('everywhere_tallies', ofEverywhere),
  everywhereDays: adding('everywhere_days', [...ofEverywhere, 'day']),
}

export async function upsertVoterCount(tx: Db, claimId: string, day: number, voters: number) {
  await tx
    .insertInto('voter_counts')
    .values({ claim_id: claimId, voters })
    .onConflict((c) => c.column('claim_id').doUpdateSet((e) => ({ voters: e('voter_counts.voters', '+', voters) })))
    .execute()
  await tx
    .insertInto('voter_days')
    .values({ claim_id: claimId, day, voters })
    .onConflict((c) =>
      c.columns(['claim_id', 'day']).doUpdateSet((e) => ({ voters: e('voter_days.voters', '+', voters) })),
    )
    .execute()
}
