import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'

export type After = [castAt: number, standpointId: string, framingId: string]

/** A member's ballots, the newest first. */
export function selectBallotsOfMember(db: Db, memberId: string, limit: number, after: After | null) {
  let query = db
    .selectFrom('ballots')
    .innerJoin('claims', 'claims.id', 'ballots.claim_id')
    .innerJoin('standpoints', 'standpoints.id', 'ballots.standpoint_id')
    .innerJoin('framings', 'framings.id', 'ballots.framing_id')
    .select(['ballots.claim_id', 'ballots.standpoint_id', 'ballots.framing_id', 'verdict', 'reason', 'cast_at'])
    .select(['claims.kind', 'claims.statement', 'standpoints.name as standpoint', 'standpoints.position'])
    .select('framings.name as framing')
    .where('ballots.member_id', '=', memberId)
  if (after)
    query = query.where(
      sql<SqlBool>`(cast_at, ballots.standpoint_id, ballots.framing_id) < (${after[0]}, ${after[1]}, ${after[2]})`,
    )
  return query
    .orderBy('cast_at', 'desc')
    .orderBy('ballots.standpoint_id', 'desc')
    .orderBy('ballots.framing_id', 'desc')
    .limit(limit)
    .execute()
}
