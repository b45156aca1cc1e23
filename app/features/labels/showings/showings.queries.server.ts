import type { Db } from '#db/open.ts'
import type { ShowingRow } from '#db/tables.ts'

export function selectShown(db: Db, memberId: string, excerptIds: readonly string[]) {
  return db
    .selectFrom('showings')
    .select('excerpt_id')
    .where('member_id', '=', memberId)
    .where('excerpt_id', 'in', excerptIds)
    .execute()
}

export function insertShowings(tx: Db, rows: ShowingRow[]) {
  return tx
    .insertInto('showings')
    .values(rows)
    .onConflict((c) => c.columns(['member_id', 'excerpt_id']).doNothing())
    .execute()
}
