import type { Db } from '#db/open.ts'

interface OnFraming {
  claim_id: string
  framing_id: string
}

/** So many of the claims' framings that a member judged, also on earlier words. */
export function selectJudged(db: Db, memberId: string, most: number): Promise<OnFraming[]> {
  const earlier = db.selectFrom('earlier_ballots').select(['claim_id', 'framing_id']).where('member_id', '=', memberId)
  return db
    .selectFrom('ballots')
    .select(['claim_id', 'framing_id'])
    .where('member_id', '=', memberId)
    .union(earlier)
    .orderBy('claim_id')
    .orderBy('framing_id')
    .limit(most)
    .execute()
}

/** So many of the standpoints from which a member named a handle, with the framing named; also on earlier words. */
export function selectNamed(db: Db, memberId: string, most: number) {
  const columns = ['claim_id', 'standpoint_id', 'framing_id'] as const
  const earlier = db.selectFrom('earlier_handle_votes').select(columns).where('member_id', '=', memberId)
  return db
    .selectFrom('handle_votes')
    .select(columns)
    .where('member_id', '=', memberId)
    .union(earlier)
    .orderBy('claim_id')
    .orderBy('standpoint_id')
    .limit(most)
    .execute()
}

export function selectEarlierPlaces(tx: Db, { claim_id, framing_id }: OnFraming, memberId: string) {
  return tx
    .selectFrom('earlier_ballots')
    .select('standpoint_id')
    .where('claim_id', '=', claim_id)
    .where('framing_id', '=', framing_id)
    .where('member_id', '=', memberId)
    .orderBy('standpoint_id')
    .execute()
}

export async function deleteBallots(tx: Db, { claim_id, framing_id }: OnFraming, memberId: string) {
  await tx
    .deleteFrom('ballots')
    .where('claim_id', '=', claim_id)
    .where('framing_id', '=', framing_id)
    .where('member_id', '=', memberId)
    .execute()
}

export async function deleteHandle(tx: Db, standpointId: string, memberId: string) {
  await tx
    .deleteFrom('handle_votes')
    .where('standpoint_id', '=', standpointId)
    .where('member_id', '=', memberId)
    .execute()
}
