import type { Db } from '#db/open.ts'
import type { AttributionRow } from '#db/tables.ts'

export async function upsertAttribution(tx: Db, row: AttributionRow) {
  const { unclaimed_id: _, member_id: __, ...said } = row
  await tx
    .insertInto('attributions')
    .values(row)
    .onConflict((c) => c.columns(['unclaimed_id', 'member_id']).doUpdateSet(said))
    .execute()
}

type Decided = Pick<AttributionRow, 'decision' | 'decided_by' | 'decided_at'>

/** Decides what is open: of one who asked, or of all who asked for the same author. */
export async function updateDecision(tx: Db, unclaimedId: string, memberId: string | null, decided: Decided) {
  let query = tx
    .updateTable('attributions')
    .set(decided)
    .where('unclaimed_id', '=', unclaimedId)
    .where('decision', 'is', null)
  if (memberId) query = query.where('member_id', '=', memberId)
  await query.execute()
}

export function selectAttribution(db: Db, unclaimedId: string, memberId: string) {
  return db
    .selectFrom('attributions')
    .selectAll()
    .where('unclaimed_id', '=', unclaimedId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

export async function selectOpenAttributionCount(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('attributions')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

const mostOpen = 200

/** What waits for a decision, the oldest first: about one imported author, or all. */
export function selectOpenAttributions(db: Db, unclaimedId?: string) {
  let query = db
    .selectFrom('attributions')
    .innerJoin('members as unclaimed', 'unclaimed.id', 'attributions.unclaimed_id')
    .innerJoin('members', 'members.id', 'attributions.member_id')
    .select(['unclaimed_id', 'unclaimed.handle as unclaimed_handle', 'member_id', 'members.handle', 'why', 'asked_at'])
    .where('decision', 'is', null)
  if (unclaimedId) query = query.where('unclaimed_id', '=', unclaimedId)
  return query.orderBy('asked_at').orderBy('unclaimed_id').orderBy('member_id').limit(mostOpen).execute()
}
