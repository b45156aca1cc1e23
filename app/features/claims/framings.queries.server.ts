import { type Page, timeAndId } from '#app/lib/paging.server.ts'
import { isInserted } from '#db/inserted.ts'
import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { ClaimFramingRow, FramingRow, StandpointRow } from '#db/tables.ts'

/** Inserts unless the name is taken; says whether it did. Whoever comes second waits and then finds the first one's. */
export async function insertFraming(tx: Db, row: FramingRow): Promise<boolean> {
  const result = await tx
    .insertInto('framings')
    .values(row)
    .onConflict((c) => c.column('name_key').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

/** One whose name turned out to be another's. */
export async function deleteFraming(tx: Db, id: string) {
  await tx.deleteFrom('framings').where('id', '=', id).execute()
}

export function selectFraming(db: Db, id: string) {
  return db.selectFrom('framings').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function selectFramingCount(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('framings')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** Newest first, one more than the page takes, each with how many claims it is on and who proposed it. */
export function selectNewestFramings(db: Db, { limit, after }: Page) {
  return db
    .selectFrom('framings')
    .leftJoin('members', 'members.id', 'framings.member_id')
    .selectAll('framings')
    .select('members.handle')
    .select((e) =>
      e
        .selectFrom('claim_framings')
        .select((c) => c.fn.countAll<number>().as('n'))
        .whereRef('claim_framings.framing_id', '=', 'framings.id')
        .as('claim_count'),
    )
    .where('framings.merged_into', 'is', null)
    .$if(after !== null, (query) => query.where(isListedAfter('framings', timeAndId(after ?? []))))
    .orderBy('framings.created_at', 'desc')
    .orderBy('framings.id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** Puts a framing on a claim unless it is there; says whether it did. */
export async function insertClaimFraming(tx: Db, row: ClaimFramingRow): Promise<boolean> {
  const result = await tx
    .insertInto('claim_framings')
    .values(row)
    .onConflict((c) => c.columns(['claim_id', 'framing_id']).doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

/** The framings of these claims, in each claim's order. */
export async function selectFramingsOf(db: Db, claimIds: readonly string[]) {
  return claimIds.length === 0 ? [] : framingsOf(db, claimIds)
}

const framingsOf = prepared((db: Db, claimIds: readonly string[]) =>
  db
    .selectFrom('claim_framings as on')
    .innerJoin('framings', 'framings.id', 'on.framing_id')
    .selectAll('framings')
    .select(['on.claim_id as on_claim', 'on.rationale', 'on.position'])
    .where('on.claim_id', 'in', claimIds)
    .orderBy('on.position'),
)

/** The standpoints of these claims, in each claim's order. */
export async function selectStandpointsOf(db: Db, claimIds: readonly string[]): Promise<StandpointRow[]> {
  return claimIds.length === 0 ? [] : standpointsOf(db, claimIds)
}

const standpointsOf = prepared((db: Db, claimIds: readonly string[]) =>
  db.selectFrom('standpoints').selectAll().where('claim_id', 'in', claimIds).orderBy('position'),
)

export async function insertStandpoint(tx: Db, row: StandpointRow) {
  await tx.insertInto('standpoints').values(row).execute()
}
