import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { BallotRow } from '#db/tables.ts'

export type After = [castAt: number, standpointId: string, key: string]

/** Only so much of what a member voted: since a time, and for others what is shown to them. */
export interface Asked {
  since: number
  isOwn: boolean
}

type Verdict = BallotRow['verdict'] | null

/** A member's ballots as they stand; to others those that are shown. */
function ballots(db: Db, memberId: string, isOwn: boolean) {
  return db
    .selectFrom('ballots')
    .innerJoin('members', 'members.id', 'ballots.member_id')
    .leftJoin('ballot_choices as choice', (join) =>
      join.onRef('choice.claim_id', '=', 'ballots.claim_id').onRef('choice.member_id', '=', 'ballots.member_id'),
    )
    .select(['ballots.claim_id', 'standpoint_id', 'framing_id'])
    .select((e) => e.ref('verdict').$castTo<Verdict>().as('verdict'))
    .select(['reason', 'moved_by_kind', 'moved_by_id'])
    .select(['cast_at', 'framing_id as key'])
    .where('ballots.member_id', '=', memberId)
    .$if(!isOwn, (query) => query.where(sql<SqlBool>`coalesce(choice.shows, members.shows_ballots) = 1`))
}

/** A member's handle votes in the shape of ballots, without a verdict; one a standpoint, which no framing's id can be taken for. */
function handles(db: Db, memberId: string, isOwn: boolean) {
  const nothing = <T>() => sql<T | null>`cast(null as text)`
  return db
    .selectFrom('handle_votes')
    .select(['claim_id', 'standpoint_id', sql<string>`coalesce(framing_id, '')`.as('framing_id')])
    .select([
      nothing<Verdict>().as('verdict'),
      sql<string>`''`.as('reason'),
      nothing<BallotRow['moved_by_kind']>().as('moved_by_kind'),
      nothing<string>().as('moved_by_id'),
    ])
    .select(['cast_at', sql<string>`'-'`.as('key')])
    .where('member_id', '=', memberId)
    .$if(!isOwn, (query) => query.where(sql<SqlBool>`1 = 0`))
}

/** What a member voted, the newest first: ballots, and to themselves also names. */
export function selectVotesOfMember(
  db: Db,
  memberId: string,
  { since, isOwn }: Asked,
  limit: number,
  after: After | null,
) {
  const votes = ballots(db, memberId, isOwn).unionAll(handles(db, memberId, isOwn))
  return db
    .selectFrom(votes.as('votes'))
    .innerJoin('claims', 'claims.id', 'votes.claim_id')
    .innerJoin('standpoints', 'standpoints.id', 'votes.standpoint_id')
    .leftJoin('framings', 'framings.id', 'votes.framing_id')
    .selectAll('votes')
    .select(['claims.kind', 'claims.statement', 'standpoints.name as standpoint', 'standpoints.position'])
    .select(sql<string>`coalesce(framings.name, '')`.as('framing'))
    .where('cast_at', '>=', since)
    .$if(after !== null, (query) =>
      query.where(sql<SqlBool>`(cast_at, standpoint_id, key) < (${after?.[0]}, ${after?.[1]}, ${after?.[2]})`),
    )
    .orderBy('cast_at', 'desc')
    .orderBy('standpoint_id', 'desc')
    .orderBy('key', 'desc')
    .limit(limit)
    .execute()
}
