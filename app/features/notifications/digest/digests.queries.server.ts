import { type Db, engineOf } from '#db/open.ts'

/** The digest whose turn it is; in a transaction on PostgreSQL, one that no other server has in hand. */
export function selectDueDigest(db: Db, at: number) {
  return db
    .selectFrom('digests')
    .innerJoin('members', 'members.id', 'digests.member_id')
    .selectAll('digests')
    .select(['members.handle', 'members.email'])
    .where('frequency', '!=', 'none')
    .where('next_at', '<=', at)
    .orderBy('next_at')
    .orderBy('member_id')
    .limit(1)
    .$if(db.isTransaction && engineOf(db) === 'postgres', (query) => query.forUpdate('digests').skipLocked())
    .executeTakeFirst()
}

export async function updateNextDigest(tx: Db, memberId: string, nextAt: number) {
  await tx.updateTable('digests').set({ next_at: nextAt }).where('member_id', '=', memberId).execute()
}

export async function insertToken(tx: Db, hash: string, memberId: string, at: number) {
  await tx.insertInto('unsubscribe_tokens').values({ hash, member_id: memberId, created_at: at }).execute()
}

export function selectToken(db: Db, hash: string) {
  return db
    .selectFrom('unsubscribe_tokens')
    .innerJoin('members', 'members.id', 'unsubscribe_tokens.member_id')
    .select(['members.id', 'members.handle'])
    .where('hash', '=', hash)
    .executeTakeFirst()
}

export async function deleteTokensBefore(tx: Db, memberId: string, at: number) {
  await tx.deleteFrom('unsubscribe_tokens').where('member_id', '=', memberId).where('created_at', '<', at).execute()
}
