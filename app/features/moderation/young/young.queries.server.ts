import { youngMs } from '#app/features/ballots/established/by-age.ts'
import type { Db } from '#db/open.ts'

const mostVotes = 20_000

/** The first vote, a ballot or a name, of each young member on each claim since a time, the newest first. */
export function selectYoungVotes(db: Db, since: number) {
  const votes = db
    .selectFrom('ballots')
    .select(['claim_id', 'member_id', 'cast_at'])
    .where('cast_at', '>', since)
    .unionAll(db.selectFrom('handle_votes').select(['claim_id', 'member_id', 'cast_at']).where('cast_at', '>', since))
  return db
    .selectFrom(votes.as('votes'))
    .innerJoin('members', 'members.id', 'votes.member_id')
    .select((e) => ['claim_id', 'members.id', e.fn.min('cast_at').as('cast_at')])
    .where('members.unclaimed', '=', 0)
    .where('members.removed_at', 'is', null)
    .where('members.created_at', '>', since - youngMs)
    .where((e) => e('cast_at', '<', e('members.created_at', '+', youngMs)))
    .groupBy(['claim_id', 'members.id'])
    .orderBy('cast_at', 'desc')
    .limit(mostVotes)
    .execute()
}

export function selectVoterCounts(db: Db, claimIds: readonly string[]) {
  if (claimIds.length === 0) return []
  return db.selectFrom('voter_counts').selectAll().where('claim_id', 'in', claimIds).execute()
}
