import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { CampRunRow } from '#db/tables.ts'
import type { Basis } from './run.ts'

export function selectRun(db: Db, claimId: string, basis: Basis): Promise<CampRunRow | undefined> {
  return db
    .selectFrom('camp_runs')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where('basis', '=', basis)
    .executeTakeFirst()
}

/** Keeps a run, unless one that began later is there. */
export async function upsertRun(tx: Db, row: CampRunRow) {
  const { result, computed_at } = row
  await tx
    .insertInto('camp_runs')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['claim_id', 'basis'])
        .doUpdateSet({ result, computed_at })
        .where('camp_runs.computed_at', '<', computed_at),
    )
    .execute()
}

/** Runs in which a member's ballots counted may be any of them. */
export async function deleteRuns(tx: Db) {
  await tx.deleteFrom('camp_runs').execute()
}

/** When a ballot was last cast, changed or taken back on the claim, or on any other. */
export async function selectLastBallot(db: Db, claimId: string, basis: Basis): Promise<number | null> {
  const row = await db
    .selectFrom('ballot_history')
    .select('at')
    .where('claim_id', basis === 'own' ? '=' : '<>', claimId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Members who voted on the claim, or on any other, counted up to a limit. */
export async function countVoters(db: Db, claimId: string, basis: Basis, limit: number): Promise<number> {
  const voters = db
    .selectFrom('claim_voters')
    .select('member_id')
    .distinct()
    .where('claim_id', basis === 'own' ? '=' : '<>', claimId)
    .limit(limit)
  const row = await db
    .selectFrom(voters.as('voters'))
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

const judged = sql<number>`fits + partly + misfits + unsure`

/** The ballots on the claim, or on all others: verdicts, unsure ones too, and no votes for a name. */
export async function countBallots(db: Db, claimId: string, basis: Basis): Promise<number> {
  const row = await db
    .selectFrom('tallies')
    .select(sql<number>`coalesce(sum(${judged}), 0)`.as('n'))
    .where('claim_id', basis === 'own' ? '=' : '<>', claimId)
    .where('framing_id', '<>', '')
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** The cells that anybody judged on the claim, or on the others. */
export function selectJudgedCells(db: Db, claimId: string, basis: Basis) {
  return db
    .selectFrom('tallies')
    .select(['claim_id', 'standpoint_id', 'framing_id'])
    .where('claim_id', basis === 'own' ? '=' : '<>', claimId)
    .where('framing_id', '<>', '')
    .where(judged, '>', 0)
    .execute()
}

/** Who judged a cell, for each verdict in one row, ids with commas between: in the order of the ballots' key, so that millions are read one after another. Who left the camps is not in it. */
export function selectJudges(db: Db, standpointId: string, framingId: string) {
  return db
    .selectFrom('ballots')
    .leftJoin('camp_leavers', 'camp_leavers.member_id', 'ballots.member_id')
    .select(['ballots.verdict', sql<string>`string_agg(ballots.member_id, ',')`.as('members')])
    .where('ballots.standpoint_id', '=', standpointId)
    .where('ballots.framing_id', '=', framingId)
    .where('camp_leavers.member_id', 'is', null)
    .groupBy('ballots.verdict')
    .execute()
}

export async function insertLeaver(tx: Db, memberId: string, left_at: number) {
  await tx
    .insertInto('camp_leavers')
    .values({ member_id: memberId, left_at })
    .onConflict((c) => c.column('member_id').doNothing())
    .execute()
}

export async function deleteLeaver(tx: Db, memberId: string) {
  await tx.deleteFrom('camp_leavers').where('member_id', '=', memberId).execute()
}

export async function selectLeaver(db: Db, memberId: string) {
  return db.selectFrom('camp_leavers').select('left_at').where('member_id', '=', memberId).executeTakeFirst()
}

/** When a member last left the camps. */
export async function selectLastLeft(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('camp_leavers')
    .select((e) => e.fn.max('left_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}
