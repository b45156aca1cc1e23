import { type Db, engineOf } from '#db/open.ts'

/** The deed whose turn it is; in a transaction on PostgreSQL, one that no other server has in hand. */
export function selectPendingDeed(db: Db, at: number) {
  return db
    .selectFrom('pending_deeds')
    .innerJoin('activity', 'activity.id', 'pending_deeds.activity_id')
    .selectAll('activity')
    .where('not_before', '<=', at)
    .orderBy('not_before')
    .orderBy('activity_id')
    .limit(1)
    .$if(db.isTransaction && engineOf(db) === 'postgres', (query) => query.forUpdate('pending_deeds').skipLocked())
    .executeTakeFirst()
}

export async function deletePendingDeed(tx: Db, activityId: string) {
  await tx.deleteFrom('pending_deeds').where('activity_id', '=', activityId).execute()
}

export async function updatePendingDeed(tx: Db, activityId: string, notBefore: number) {
  await tx.updateTable('pending_deeds').set({ not_before: notBefore }).where('activity_id', '=', activityId).execute()
}
