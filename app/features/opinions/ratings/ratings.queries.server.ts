import { isNotOnPrivatePost, isNotPrivate } from '#db/not-private.ts'
import type { Db } from '#db/open.ts'
import type { ArgumentRatingRow, RatingRunRow } from '#db/tables.ts'

/** What everybody's approval says of every argument that can be read. */
export function selectRatings(db: Db) {
  return db
    .selectFrom('arguments')
    .innerJoin('votes', (j) =>
      j.onRef('target_kind', '=', 'source_kind').onRef('target_id', '=', 'source_id').on('axis', '=', 'approval'),
    )
    .leftJoin('posts', (j) => j.on('source_kind', '=', 'post').onRef('posts.id', '=', 'source_id'))
    .leftJoin('comments', (j) => j.on('source_kind', '=', 'comment').onRef('comments.id', '=', 'source_id'))
    .select(['source_kind', 'source_id', 'votes.member_id', 'value'])
    .where('posts.deleted_at', 'is', null)
    .where('comments.deleted_at', 'is', null)
    .where(isNotPrivate())
    .where(isNotOnPrivatePost())
    .execute()
}

/** Keeps when ratings were computed, and holds that row: one run after another takes up what the one before it left. */
export async function upsertRatingRun(tx: Db, row: RatingRunRow) {
  const { raters, computed_at } = row
  await tx
    .insertInto('rating_runs')
    .values(row)
    .onConflict((c) => c.column('what').doUpdateSet({ raters, computed_at }))
    .execute()
}

export function selectRatingRun(db: Db) {
  return db.selectFrom('rating_runs').selectAll().where('what', '=', 'arguments').executeTakeFirst()
}

export function selectArgumentRatings(db: Db, ids: string[]): Promise<ArgumentRatingRow[]> {
  return db
    .selectFrom('argument_ratings')
    .selectAll()
    .where('source_kind', 'in', ['post', 'comment'])
    .where('source_id', 'in', ids)
    .execute()
}

export function selectAllRatings(tx: Db): Promise<ArgumentRatingRow[]> {
  return tx.selectFrom('argument_ratings').selectAll().execute()
}

export async function deleteAllRatings(tx: Db) {
  await tx.deleteFrom('argument_ratings').execute()
}

export async function insertRatings(tx: Db, rows: ArgumentRatingRow[]) {
  await tx.insertInto('argument_ratings').values(rows).execute()
}

/** The claims that these arguments bear on. */
export async function selectClaimsOf(tx: Db, ids: string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('arguments')
    .select('claim_id')
    .distinct()
    .where('source_kind', 'in', ['post', 'comment'])
    .where('source_id', 'in', ids)
    .orderBy('claim_id')
    .execute()
  return rows.map((row) => row.claim_id)
}
