import { type Page, timeAndId } from '#app/lib/paging.server.ts'
import { held } from '#db/held.ts'
import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { ClaimRow } from '#db/tables.ts'

const claims = (db: Db) =>
  db.selectFrom('claims').innerJoin('members', 'members.id', 'claims.member_id').selectAll('claims').select('handle')

export type ClaimAuthorRow = ClaimRow & { handle: string }

export function selectClaim(db: Db, id: string): Promise<ClaimAuthorRow | undefined> {
  return claims(db).where('claims.id', '=', id).executeTakeFirst()
}

export async function selectClaims(db: Db, ids: readonly string[]): Promise<ClaimAuthorRow[]> {
  return ids.length === 0 ? [] : claimsWith(db, ids)
}

const claimsWith = prepared((db: Db, ids: readonly string[]) => claims(db).where('claims.id', 'in', ids))

/** The claim, held until the transaction ends, so that what is added to it gets the next position and no other does. */
export function selectClaimToChange(tx: Db, id: string) {
  return tx.selectFrom('claims').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

export async function insertClaim(tx: Db, row: ClaimRow) {
  await tx.insertInto('claims').values(row).execute()
}

/** Newest first, one more than the page takes. */
export function selectNewestClaims(db: Db, { limit, after }: Page): Promise<ClaimAuthorRow[]> {
  return claims(db)
    .$if(after !== null, (query) => query.where(isListedAfter('claims', timeAndId(after ?? []))))
    .orderBy('claims.created_at', 'desc')
    .orderBy('claims.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export function selectVariants(db: Db, id: string): Promise<ClaimAuthorRow[]> {
  return claims(db).where('variant_of', '=', id).orderBy('claims.created_at').orderBy('claims.id').execute()
}

export function selectClaimsJudgedBy(db: Db, framingId: string, { limit, after }: Page): Promise<ClaimAuthorRow[]> {
  return claims(db)
    .innerJoin('claim_framings', 'claim_framings.claim_id', 'claims.id')
    .where('claim_framings.framing_id', '=', framingId)
    .$if(after !== null, (query) => query.where(isListedAfter('claims', timeAndId(after ?? []))))
    .orderBy('claims.created_at', 'desc')
    .orderBy('claims.id', 'desc')
    .limit(limit + 1)
    .execute()
}

export function selectStatements(db: Db, most: number, kind?: ClaimRow['kind']) {
  return db
    .selectFrom('claims')
    .select(['id', 'kind', 'statement'])
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as ClaimRow['kind']))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}
