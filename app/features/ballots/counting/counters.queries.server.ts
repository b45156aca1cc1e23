import type { Db } from '#db/open.ts'
import type { CellChange, PatternChange, StandingVote } from './changes.ts'

/** Whose votes: on the claim altogether, on one framing, or the names from one standpoint. */
export interface Place {
  claimId: string
  framingId?: string
  namesFrom?: string
}

/** Holds the member's row, so that their writes on one claim follow each other; answers how many votes they have. */
export async function upsertVoter(tx: Db, claimId: string, memberId: string, votes: number): Promise<number> {
  const row = await tx
    .insertInto('claim_voters')
    .values({ claim_id: claimId, member_id: memberId, votes })
    .onConflict((c) =>
      c.columns(['claim_id', 'member_id']).doUpdateSet((e) => ({ votes: e('claim_voters.votes', '+', votes) })),
    )
    .returning('votes')
    .executeTakeFirstOrThrow()
  return row.votes
}

export async function deleteVoter(tx: Db, claimId: string, memberId: string) {
  await tx.deleteFrom('claim_voters').where('claim_id', '=', claimId).where('member_id', '=', memberId).execute()
}

export async function selectStandingVotes(tx: Db, place: Place, memberIds: readonly string[]): Promise<StandingVote[]> {
  const ballots = place.namesFrom ? [] : await selectStandingBallots(tx, place, memberIds)
  return place.framingId ? ballots : [...ballots, ...(await selectStandingHandles(tx, place, memberIds))]
}

function selectStandingBallots(tx: Db, { claimId, framingId }: Place, memberIds: readonly string[]) {
  return tx
    .selectFrom('ballots')
    .innerJoin('standpoints', 'standpoints.id', 'ballots.standpoint_id')
    .select(['ballots.member_id as memberId', 'standpoint_id as standpointId', 'position'])
    .select(['framing_id as framingId', 'verdict as said'])
    .where('ballots.claim_id', '=', claimId)
    .where('ballots.member_id', 'in', memberIds)
    .$if(framingId !== undefined, (query) => query.where('framing_id', '=', framingId as string))
    .execute()
}

function selectStandingHandles(tx: Db, { claimId, namesFrom }: Place, memberIds: readonly string[]) {
  return tx
    .selectFrom('handle_votes')
    .innerJoin('standpoints', 'standpoints.id', 'handle_votes.standpoint_id')
    .select(['handle_votes.member_id as memberId', 'standpoint_id as standpointId', 'position'])
    .select((e) => [e.fn.coalesce('framing_id', e.val('')).as('framingId'), e.val('handles' as const).as('said')])
    .where('handle_votes.claim_id', '=', claimId)
    .where('handle_votes.member_id', 'in', memberIds)
    .$if(namesFrom !== undefined, (query) => query.where('standpoint_id', '=', namesFrom as string))
    .execute()
}

const counts = ['fits', 'partly', 'misfits', 'unsure', 'handles'] as const

/** Adds to what cells count, and to what they changed by in the day. */
export async function upsertTallies(tx: Db, claimId: string, day: number, changes: readonly CellChange[]) {
  if (changes.length === 0) return
  const rows = changes.map(({ standpointId, framingId, ...more }) => ({
    claim_id: claimId,
    standpoint_id: standpointId,
    framing_id: framingId,
    ...more,
  }))
  await tx
    .insertInto('tallies')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['standpoint_id', 'framing_id'])
        .doUpdateSet((e) =>
          Object.fromEntries(
            counts.map((count) => [count, e(e.ref(`tallies.${count}`), '+', e.ref(`excluded.${count}`))]),
          ),
        ),
    )
    .execute()
  await tx
    .insertInto('tally_days')
    .values(rows.map((row) => ({ ...row, day })))
    .onConflict((c) =>
      c
        .columns(['claim_id', 'framing_id', 'standpoint_id', 'day'])
        .doUpdateSet((e) =>
          Object.fromEntries(
            counts.map((count) => [count, e(e.ref(`tally_days.${count}`), '+', e.ref(`excluded.${count}`))]),
          ),
        ),
    )
    .execute()
}

/** Moves members from pattern to pattern, now and in the day. */
export async function upsertPatterns(tx: Db, claimId: string, day: number, changes: readonly PatternChange[]) {
  if (changes.length === 0) return
  const rows = changes.map(({ framingId, pattern, members }) => ({
    claim_id: claimId,
    framing_id: framingId,
    pattern,
    members,
  }))
  await tx
    .insertInto('ballot_patterns')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['claim_id', 'framing_id', 'pattern'])
        .doUpdateSet((e) => ({ members: e('ballot_patterns.members', '+', e.ref('excluded.members')) })),
    )
    .execute()
  await tx
    .insertInto('pattern_days')
    .values(rows.map((row) => ({ ...row, day })))
    .onConflict((c) =>
      c
        .columns(['claim_id', 'framing_id', 'pattern', 'day'])
        .doUpdateSet((e) => ({ members: e('pattern_days.members', '+', e.ref('excluded.members')) })),
    )
    .execute()
}

/** Patterns that nobody has any more are not read with every tally. */
export async function deletePatternsAtNone(tx: Db, claimId: string, changes: readonly PatternChange[]) {
  const left = changes.filter(({ members }) => members < 0)
  for (const { framingId, pattern } of left)
    await tx
      .deleteFrom('ballot_patterns')
      .where('claim_id', '=', claimId)
      .where('framing_id', '=', framingId)
      .where('pattern', '=', pattern)
      .where('members', '=', 0)
      .execute()
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
