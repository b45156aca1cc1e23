import { youngMs } from '#app/features/ballots/established/by-age.ts'
import type { Db } from '#db/open.ts'

const mostVotes = 20_000

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
