import type { Db } from '#db/open.ts'
import { youngMs } from './burst.ts'

const mostVotes = 20_000

/** When the oldest account was made that somebody has, ms. */
export async function selectBeginning(db: Db): Promise<number> {
  const oldest = db.selectFrom('members').select('created_at').where('unclaimed', '=', 0).orderBy('created_at').limit(1)
  return (await oldest.executeTakeFirst())?.created_at ?? 0
}

/** The first ballot of each young member on each claim since a time, the newest first. */
export function selectYoungVotes(db: Db, since: number) {
  return db
    .selectFrom('members')
    .innerJoin('ballots', 'ballots.member_id', 'members.id')
    .select((e) => ['ballots.claim_id', 'members.id', e.fn.min('ballots.cast_at').as('cast_at')])
    .where('members.unclaimed', '=', 0)
    .where('members.removed_at', 'is', null)
    .where('members.created_at', '>', since - youngMs)
    .where('ballots.cast_at', '>', since)
    .where((e) => e('ballots.cast_at', '<', e('members.created_at', '+', youngMs)))
    .groupBy(['ballots.claim_id', 'members.id'])
    .orderBy('cast_at', 'desc')
    .limit(mostVotes)
    .execute()
}

export function selectVoterCounts(db: Db, claimIds: readonly string[]) {
  if (claimIds.length === 0) return []
  return db.selectFrom('voter_counts').selectAll().where('claim_id', 'in', claimIds).execute()
}

/** How young members judged each cell of a claim, by the age that they had then. */
export function selectYoungCounts(db: Db, claimId: string) {
  return db
    .selectFrom('ballots')
    .innerJoin('members', 'members.id', 'ballots.member_id')
    .select((e) => ['standpoint_id', 'framing_id', 'verdict', e.fn.countAll<number>().as('count')])
    .where('claim_id', '=', claimId)
    .where('members.unclaimed', '=', 0)
    .where((e) => e('ballots.cast_at', '<', e('members.created_at', '+', youngMs)))
    .groupBy(['standpoint_id', 'framing_id', 'verdict'])
    .execute()
}
