import type { Db } from '#db/open.ts'
import type { TallyRow } from '#db/tables.ts'

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
  return db.selectFrom('voter_counts').selectAll().where('claim_id', 'in', claimIds).execute()
}

/** How many members judge each framing in each way from all standpoints together; see `ballot_patterns` for what a pattern is. */
export function selectPatterns(db: Db, claimId: string) {
  return db
    .selectFrom('ballot_patterns')
    .select(['framing_id', 'pattern', 'members'])
    .where('claim_id', '=', claimId)
    .execute()
}

/** What cells counted at the end of a day. */
export function selectTalliesAt(db: Db, claimId: string, day: number) {
  return db
    .selectFrom('tally_days')
    .select((e) => ['standpoint_id', 'framing_id', e.fn.sum<number>('fits').as('fits')])
    .select((e) => [e.fn.sum<number>('partly').as('partly'), e.fn.sum<number>('misfits').as('misfits')])
    .select((e) => [e.fn.sum<number>('unsure').as('unsure'), e.fn.sum<number>('handles').as('handles')])
    .where('claim_id', '=', claimId)
    .where('day', '<=', day)
    .groupBy(['standpoint_id', 'framing_id'])
    .execute()
}

export function selectPatternsAt(db: Db, claimId: string, day: number) {
  return db
    .selectFrom('pattern_days')
    .select((e) => ['framing_id', 'pattern', e.fn.sum<number>('members').as('members')])
    .where('claim_id', '=', claimId)
    .where('day', '<=', day)
    .groupBy(['framing_id', 'pattern'])
    .having((e) => e(e.fn.sum('members'), '<>', 0))
    .execute()
}

export async function selectVotersAt(db: Db, claimId: string, day: number): Promise<number> {
  const row = await db
    .selectFrom('voter_days')
    .select((e) => e.fn.sum<number | null>('voters').as('voters'))
    .where('claim_id', '=', claimId)
    .where('day', '<=', day)
    .executeTakeFirst()
  return row?.voters ?? 0
}
