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

/** The framings that anybody judged on the claim, or on the others. */
export function selectJudgedFramings(db: Db, claimId: string, basis: Basis) {
  return db
    .selectFrom('tallies')
    .select(['claim_id', 'framing_id'])
    .distinct()
    .where('claim_id', basis === 'own' ? '=' : '<>', claimId)
    .where('framing_id', '<>', '')
    .orderBy('claim_id')
    .orderBy('framing_id')
    .execute()
}

export function selectStandpointsOf(db: Db, claimId: string) {
  return db.selectFrom('standpoints').select(['id', 'position']).where('claim_id', '=', claimId).execute()
}

/** How each member judged one framing of a claim from all standpoints: two bits a standpoint, from position 0 up (0 no ballot, 1 fits, 2 misfits, 3 neither). Who left the camps is not in it. */
export function selectJudgements(db: Db, claimId: string, framingId: string) {
  const code = sql<number>`case ballots.verdict when 'fits' then 1 when 'misfits' then 2 else 3 end`
  return db
    .selectFrom('ballots')
    .innerJoin('standpoints', 'standpoints.id', 'ballots.standpoint_id')
    .leftJoin('camp_leavers', 'camp_leavers.member_id', 'ballots.member_id')
    .select('ballots.member_id')
    .select(sql<number>`sum((${code}) * (cast(1 as bigint) << (2 * standpoints.position)))`.as('pattern'))
    .where('ballots.claim_id', '=', claimId)
    .where('ballots.framing_id', '=', framingId)
    .where('camp_leavers.member_id', 'is', null)
    .groupBy('ballots.member_id')
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
