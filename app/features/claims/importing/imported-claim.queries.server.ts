import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'

export async function selectClaimOfOrigin(db: Db, origin: string): Promise<string | undefined> {
  const row = await db.selectFrom('claim_origins').select('claim_id').where('origin', '=', origin).executeTakeFirst()
  return row?.claim_id
}

/** False where another claim is of this origin. */
export async function insertOrigin(tx: Db, origin: string, claimId: string): Promise<boolean> {
  const result = await tx
    .insertInto('claim_origins')
    .values({ origin, claim_id: claimId })
    .onConflict((c) => c.column('origin').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

/** Those that came with the claim, also where they were adopted or merged since: their keys stay. */
export async function selectOwnFramings(db: Db, claimId: string) {
  return db.selectFrom('framings').select(['id', 'name_key']).where('name_key', 'like', `${claimId} %`).execute()
}
