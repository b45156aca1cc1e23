import type { Db } from '#db/open.ts'

/** What changed on a claim before a day; of some framings only, or from one standpoint, where these are given. */
export function selectTallyDays(
  db: Db,
  claimId: string,
  { framingIds, standpointId, before }: { framingIds?: readonly string[]; standpointId?: string; before: number },
) {
  return db
    .selectFrom('tally_days')
    .selectAll()
    .where('claim_id', '=', claimId)
    .where('day', '<', before)
    .$if(framingIds !== undefined, (query) => query.where('framing_id', 'in', framingIds ?? []))
    .$if(standpointId !== undefined, (query) => query.where('standpoint_id', '=', standpointId ?? ''))
    .orderBy('framing_id')
    .orderBy('standpoint_id')
    .orderBy('day')
    .execute()
}
