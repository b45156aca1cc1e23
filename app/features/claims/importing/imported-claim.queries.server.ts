import type { Db } from '#db/open.ts'

export async function selectClaimOfOrigin(db: Db, origin: string): Promise<string | undefined> {
  const row = await db.selectFrom('claim_origins').select('claim_id').where('origin', '=', origin).executeTakeFirst()
  return row?.claim_id
}

export async function insertOrigin(tx: Db, origin: string, claimId: string) {
  await tx.insertInto('claim_origins').values({ origin, claim_id: claimId }).execute()
}

export async function selectOwnFramings(db: Db, claimId: string) {
  return db.selectFrom('framings').select(['id', 'name_key']).where('claim_id', '=', claimId).execute()
}
