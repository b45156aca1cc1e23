import type { ExpressionBuilder } from 'kysely'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { Tables, TallyRow } from '#db/tables.ts'

export async function selectTallies(db: Db, claimIds: readonly string[]): Promise<TallyRow[]> {
  return claimIds.length === 0 ? [] : talliesOf(db, claimIds)
}

const talliesOf = prepared((db: Db, claimIds: readonly string[]) =>
  db.selectFrom('tallies').selectAll().where('claim_id', 'in', claimIds),
)

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
  return claimIds.length === 0 ? [] : voterCountsOf(db, claimIds)
}

const voterCountsOf = prepared((db: Db, claimIds: readonly string[]) =>
  db.selectFrom('voter_counts').selectAll().where('claim_id', 'in', claimIds),
)

/** The pairs that a tally tells of: the two standpoints named first, and all things considered with each supposition. */
const told = (suppositions: readonly number[]) => (e: ExpressionBuilder<Tables, 'verdict_pairs' | 'pair_days'>) =>
  e.or([
    e.and([e('place', '=', 1), e('other_place', '=', 2)]),
    ...suppositions.map((place) => e.and([e('place', '=', 0), e('other_place', '=', place)])),
  ])

/** How members judge each framing from two standpoints together; `suppositions` are places. */
export const selectPairs = prepared((db: Db, claimId: string, suppositions: readonly number[]) =>
  db
    .selectFrom('verdict_pairs')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where(told(suppositions))
    .where('members', '<>', 0),
)

/** How those who judge a framing from all of so many standpoints judge it from each. */
export const selectEverywhere = prepared((db: Db, claimId: string, standpoints: number) =>
  db
    .selectFrom('everywhere_tallies')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where('standpoints', '=', standpoints),
)

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

export function selectPairsAt(db: Db, claimId: string, suppositions: readonly number[], day: number) {
  return db
    .selectFrom('pair_days')
    .select(['framing_id', 'place', 'other_place', 'verdict', 'other_verdict'])
    .select((e) => e.fn.sum<number>('members').as('members'))
    .where('claim_id', '=', claimId)
    .where(told(suppositions))
    .where('day', '<=', day)
    .groupBy(['framing_id', 'place', 'other_place', 'verdict', 'other_verdict'])
    .having((e) => e(e.fn.sum('members'), '<>', 0))
    .execute()
}

export function selectEverywhereAt(db: Db, claimId: string, standpoints: number, day: number) {
  return db
    .selectFrom('everywhere_days')
    .select(['framing_id', 'standpoint_id'])
    .select((e) => [e.fn.sum<number>('fits').as('fits'), e.fn.sum<number>('partly').as('partly')])
    .select((e) => e.fn.sum<number>('misfits').as('misfits'))
    .where('claim_id', '=', claimId)
    .where('standpoints', '=', standpoints)
    .where('day', '<=', day)
    .groupBy(['framing_id', 'standpoint_id'])
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
