import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { TallyRow } from '#db/tables.ts'

type Counts = Pick<TallyRow, 'fits' | 'partly' | 'misfits' | 'unsure' | 'handles'>

/** Counts a member's standing votes on a claim up or down. Called with 0 it only holds the row, so that one member's writes on one claim follow each other. */
export async function upsertClaimVoter(tx: Db, claimId: string, memberId: string, votes: -1 | 0 | 1) {
  await tx
    .insertInto('claim_voters')
    .values({ claim_id: claimId, member_id: memberId, votes })
    .onConflict((c) =>
      c.columns(['claim_id', 'member_id']).doUpdateSet((e) => ({ votes: e('claim_voters.votes', '+', votes) })),
    )
    .execute()
}

export async function deleteClaimVoterAtNone(tx: Db, claimId: string, memberId: string) {
  await tx
    .deleteFrom('claim_voters')
    .where('claim_id', '=', claimId)
    .where('member_id', '=', memberId)
    .where('votes', '=', 0)
    .execute()
}

/** Adds to what a cell counts; the framing '' is "none of these". */
export async function upsertTally(
  tx: Db,
  cell: Pick<TallyRow, 'claim_id' | 'standpoint_id' | 'framing_id'>,
  more: Partial<Counts>,
) {
  const added = { fits: 0, partly: 0, misfits: 0, unsure: 0, handles: 0, ...more }
  await tx
    .insertInto('tallies')
    .values({ ...cell, ...added })
    .onConflict((c) =>
      c.columns(['standpoint_id', 'framing_id']).doUpdateSet((e) => ({
        fits: e('tallies.fits', '+', added.fits),
        partly: e('tallies.partly', '+', added.partly),
        misfits: e('tallies.misfits', '+', added.misfits),
        unsure: e('tallies.unsure', '+', added.unsure),
        handles: e('tallies.handles', '+', added.handles),
      })),
    )
    .execute()
}

export async function selectTallies(db: Db, claimIds: readonly string[]): Promise<TallyRow[]> {
  if (claimIds.length === 0) return []
  return db.selectFrom('tallies').selectAll().where('claim_id', 'in', claimIds).execute()
}

/** A framing's cell "all things considered" on those of the claims that have votes there. */
export async function selectTalliesOfFraming(db: Db, framingId: string, claimIds: readonly string[]) {
  if (claimIds.length === 0) return []
  return db
    .selectFrom('tallies')
    .innerJoin('standpoints', 'standpoints.id', 'tallies.standpoint_id')
    .selectAll('tallies')
    .where('tallies.claim_id', 'in', claimIds)
    .where('tallies.framing_id', '=', framingId)
    .where('standpoints.position', '=', 0)
    .execute()
}

export async function selectVoterCounts(db: Db, claimIds: readonly string[]) {
  if (claimIds.length === 0) return []
  return db
    .selectFrom('claim_voters')
    .select((e) => ['claim_id', e.fn.countAll<number>().as('voters')])
    .where('claim_id', 'in', claimIds)
    .groupBy('claim_id')
    .execute()
}

/** How many members judged each framing in each way from all standpoints together: `pattern` has two bits a standpoint, from position 0 up (1 fits, 2 partly, 3 misfits, 0 none of these). */
export function selectPatterns(db: Db, claimId: string) {
  const code = sql<number>`case ballots.verdict when 'fits' then 1 when 'partly' then 2 when 'misfits' then 3 else 0 end`
  const patterns = db
    .selectFrom('ballots')
    .innerJoin('standpoints', 'standpoints.id', 'ballots.standpoint_id')
    .select('ballots.framing_id')
    .select(sql<number>`sum((${code}) * (cast(1 as bigint) << (2 * standpoints.position)))`.as('pattern'))
    .where('ballots.claim_id', '=', claimId)
    .groupBy(['ballots.framing_id', 'ballots.member_id'])
  return db
    .selectFrom(patterns.as('judged'))
    .select((e) => ['framing_id', 'pattern', e.fn.countAll<number>().as('count')])
    .groupBy(['framing_id', 'pattern'])
    .execute()
}

export function selectBallotEvents(db: Db, claimId: string, before: number) {
  return db
    .selectFrom('ballot_history')
    .select(['member_id', 'standpoint_id', 'framing_id', 'verdict', 'at'])
    .where('claim_id', '=', claimId)
    .where('at', '<', before)
    .execute()
}

export function selectHandleEvents(db: Db, claimId: string, before: number) {
  return db
    .selectFrom('handle_vote_history')
    .select(['member_id', 'standpoint_id', 'framing_id', 'withdrawn', 'at'])
    .where('claim_id', '=', claimId)
    .where('at', '<', before)
    .execute()
}

/** The counters that are not what the rows say, with both. */
export async function selectWrongTallies(db: Db) {
  const counted = countedCells(db)
  const differs = sql<SqlBool>`(coalesce(t.fits, 0) <> coalesce(c.fits, 0) or coalesce(t.partly, 0) <> coalesce(c.partly, 0)
    or coalesce(t.misfits, 0) <> coalesce(c.misfits, 0) or coalesce(t.unsure, 0) <> coalesce(c.unsure, 0)
    or coalesce(t.handles, 0) <> coalesce(c.handles, 0))`
  return db
    .selectFrom(counted.as('c'))
    .fullJoin('tallies as t', (join) =>
      join.onRef('t.standpoint_id', '=', 'c.standpoint_id').onRef('t.framing_id', '=', 'c.framing_id'),
    )
    .select(sql<string>`coalesce(t.standpoint_id, c.standpoint_id)`.as('standpoint_id'))
    .select(sql<string>`coalesce(t.framing_id, c.framing_id)`.as('framing_id'))
    .where(differs)
    .execute()
}

function countedCells(db: Db) {
  const one = (verdict: string) => sql<number>`case when verdict = ${verdict} then 1 else 0 end`
  const none = sql<number>`0`
  const votes = db
    .selectFrom('ballots')
    .select(['standpoint_id', 'framing_id', one('fits').as('fits'), one('partly').as('partly')])
    .select([one('misfits').as('misfits'), one('unsure').as('unsure'), none.as('handles')])
    .unionAll(
      db
        .selectFrom('handle_votes')
        .select(['standpoint_id', sql<string>`coalesce(framing_id, '')`.as('framing_id'), none.as('fits')])
        .select([none.as('partly'), none.as('misfits'), none.as('unsure'), sql<number>`1`.as('handles')]),
    )
  return db
    .selectFrom(votes.as('v'))
    .select((e) => ['standpoint_id', 'framing_id', e.fn.sum<number>('fits').as('fits')])
    .select((e) => [e.fn.sum<number>('partly').as('partly'), e.fn.sum<number>('misfits').as('misfits')])
    .select((e) => [e.fn.sum<number>('unsure').as('unsure'), e.fn.sum<number>('handles').as('handles')])
    .groupBy(['standpoint_id', 'framing_id'])
}

/** The claims and members whose count of standing votes is not what the rows say. */
export async function selectWrongVoters(db: Db) {
  const votes = db
    .selectFrom('ballots')
    .select(['claim_id', 'member_id'])
    .unionAll(db.selectFrom('handle_votes').select(['claim_id', 'member_id']))
  const counted = db
    .selectFrom(votes.as('v'))
    .select((e) => ['claim_id', 'member_id', e.fn.countAll<number>().as('votes')])
    .groupBy(['claim_id', 'member_id'])
  return db
    .selectFrom(counted.as('c'))
    .fullJoin('claim_voters as w', (join) =>
      join.onRef('w.claim_id', '=', 'c.claim_id').onRef('w.member_id', '=', 'c.member_id'),
    )
    .select(sql<string>`coalesce(w.claim_id, c.claim_id)`.as('claim_id'))
    .select(sql<string>`coalesce(w.member_id, c.member_id)`.as('member_id'))
    .where(sql<SqlBool>`coalesce(w.votes, -1) <> coalesce(c.votes, -1)`)
    .execute()
}
