import { type SqlBool, sql } from 'kysely'
import type { ClaimKind } from '#app/features/claims/claim.ts'
import { numberAndId, type Page, timeAndId } from '#app/lib/paging.server.ts'
import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import type { ClaimRankRow } from '#db/tables.ts'
import type { ClaimSort } from './sort.ts'

/** The claims whose places are not of their newest version and camps, the newest first. */
export function selectStale(db: Db, most: number) {
  const version = sql<number>`coalesce(versions.version, 0)`
  const campsAt = sql<number>`coalesce(camp_runs.computed_at, 0)`
  return db
    .selectFrom('claims')
    .leftJoin('versions', (join) => join.on('versions.kind', '=', 'claim').onRef('versions.id', '=', 'claims.id'))
    .leftJoin('camp_runs', (join) =>
      join.on('camp_runs.basis', '=', 'own').onRef('camp_runs.claim_id', '=', 'claims.id'),
    )
    .leftJoin('claim_ranks', 'claim_ranks.claim_id', 'claims.id')
    .select(['claims.id', version.as('version'), campsAt.as('camps_at'), 'camp_runs.result'])
    .where(
      sql<SqlBool>`(claim_ranks.claim_id is null or claim_ranks.version <> ${version} or claim_ranks.camps_at <> ${campsAt})`,
    )
    .orderBy('claims.created_at', 'desc')
    .orderBy('claims.id', 'desc')
    .limit(most)
    .execute()
}

/** How many ballots on the claim were changed by something that their member named. */
export async function countMoved(db: Db, claimId: string): Promise<number> {
  const ballots = db
    .selectFrom('ballot_history')
    .select(['standpoint_id', 'framing_id', 'member_id'])
    .distinct()
    .where('claim_id', '=', claimId)
    .where('moved_by_id', 'is not', null)
  const { n } = await db
    .selectFrom(ballots.as('ballots'))
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function upsertRank(tx: Db, row: ClaimRankRow) {
  await tx
    .insertInto('claim_ranks')
    .values(row)
    .onConflict((c) => c.column('claim_id').doUpdateSet(row))
    .execute()
}

/** The ids of the newest claims with when they were made, one more than the page takes. */
export async function selectNewest(db: Db, kind: ClaimKind | null, { limit, after }: Page) {
  const rows = await db
    .selectFrom('claims')
    .select(['id', 'created_at'])
    .$if(kind !== null, (query) => query.where('kind', '=', kind as ClaimKind))
    .$if(after !== null, (query) => query.where(isListedAfter('claims', timeAndId(after ?? []))))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map((row) => ({ id: row.id, rank: row.created_at, reasons: '{}' }))
}

/** The ids of the claims that are highest in a list, with their places and why, one more than the page takes. */
export async function selectHighest(
  db: Db,
  sort: Exclude<ClaimSort, 'newest'>,
  kind: ClaimKind | null,
  { limit, after }: Page,
) {
  const column = sql.ref<number>(`claim_ranks.${sort}`)
  let query = db
    .selectFrom('claim_ranks')
    .select(['claim_ranks.claim_id as id', column.as('rank'), 'reasons'])
    .where(column, 'is not', null)
  if (kind)
    query = query
      .innerJoin('claims', 'claims.id', 'claim_ranks.claim_id')
      .where('claims.kind', '=', kind) as typeof query
  if (after) {
    const [rank, id] = numberAndId(after)
    query = query.where(sql<SqlBool>`(${column} < ${rank} or (${column} = ${rank} and claim_ranks.claim_id < ${id}))`)
  }
  return query
    .orderBy(column, 'desc')
    .orderBy('claim_ranks.claim_id', 'desc')
    .limit(limit + 1)
    .execute()
}
