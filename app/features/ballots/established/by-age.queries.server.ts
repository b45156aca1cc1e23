import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import { youngMs } from './by-age.ts'

// Of imported authors nobody knows how old their accounts were, and what was claimed of them is older than the account.
const young = (since: number) =>
  sql<number>`sum(case when members.unclaimed = 0 and cast_at >= ${sql.lit(since)} and cast_at >= members.created_at
    and cast_at < members.created_at + ${sql.lit(youngMs)} then 1 else 0 end)`

/** When the oldest account was made that somebody has, ms. */
export async function selectBeginning(db: Db): Promise<number> {
  const oldest = db.selectFrom('members').select('created_at').where('unclaimed', '=', 0).orderBy('created_at').limit(1)
  return (await oldest.executeTakeFirst())?.created_at ?? 0
}

/** How many judged each cell of a claim so, and how many of them with an account that was young then; before a time nobody was. */
export function selectBallotsByAge(db: Db, claimId: string, since: number) {
  return db
    .selectFrom('ballots')
    .innerJoin('members', 'members.id', 'ballots.member_id')
    .select((e) => ['standpoint_id', 'framing_id', 'verdict as said', e.fn.countAll<number>().as('count')])
    .select(young(since).as('young'))
    .where('claim_id', '=', claimId)
    .groupBy(['standpoint_id', 'framing_id', 'verdict'])
    .execute()
}

/** As selectBallotsByAge, of the names that they would use. */
export function selectHandlesByAge(db: Db, claimId: string, since: number) {
  return db
    .selectFrom('handle_votes')
    .innerJoin('members', 'members.id', 'handle_votes.member_id')
    .select((e) => ['standpoint_id', 'framing_id', e.fn.countAll<number>().as('count')])
    .select(young(since).as('young'))
    .where('claim_id', '=', claimId)
    .groupBy(['standpoint_id', 'framing_id'])
    .execute()
}
