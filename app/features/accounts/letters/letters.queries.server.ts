import type { Db } from '#db/open.ts'
import type { LetterTokenRow, ResetRequestRow } from '#db/tables.ts'

type Purpose = LetterTokenRow['purpose']

export async function insertToken(tx: Db, row: LetterTokenRow) {
  await tx.insertInto('letter_tokens').values(row).execute()
}

export async function deleteTokensOf(tx: Db, memberId: string, purpose?: Purpose) {
  const query = tx.deleteFrom('letter_tokens').where('member_id', '=', memberId)
  await (purpose ? query.where('purpose', '=', purpose) : query).execute()
}

export async function deleteTokensBefore(tx: Db, time: number) {
  await tx.deleteFrom('letter_tokens').where('expires_at', '<=', time).execute()
}

export function selectToken(db: Db, hash: string, purpose: Purpose, at: number) {
  return db
    .selectFrom('letter_tokens')
    .innerJoin('members', 'members.id', 'letter_tokens.member_id')
    .select(['letter_tokens.member_id', 'address', 'members.handle'])
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', at)
    .executeTakeFirst()
}

/** Takes a link away; of two who follow it at once one gets it. */
export function deleteToken(tx: Db, hash: string, purpose: Purpose, at: number) {
  return tx
    .deleteFrom('letter_tokens')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', at)
    .returning(['member_id', 'address'])
    .executeTakeFirst()
}

export async function insertRequest(tx: Db, row: ResetRequestRow) {
  await tx.insertInto('reset_requests').values(row).execute()
}

export function selectRequest(db: Db) {
  return db.selectFrom('reset_requests').selectAll().orderBy('id').limit(1).executeTakeFirst()
}

/** Whether it was still there. */
export async function deleteRequest(tx: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('reset_requests').where('id', '=', id).executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Who goes by a handle, or has confirmed an address, as far as there is somewhere to write to. */
export function selectReachable(db: Db, handleKey: string, email: string) {
  return db
    .selectFrom('members')
    .select(['id', 'handle', 'email'])
    .where('unclaimed', '=', 0)
    .where('email', 'is not', null)
    .where('email_confirmed_at', 'is not', null)
    .where((e) => e.or([e('handle_key', '=', handleKey), e('email', '=', email)]))
    .orderBy('id')
    .limit(5)
    .execute()
}

/** Where a member reads mail, if they ever showed that they do. */
export async function selectConfirmedAddress(db: Db, memberId: string): Promise<string | null> {
  const query = db.selectFrom('members').select('email').where('id', '=', memberId)
  return (await query.where('email_confirmed_at', 'is not', null).executeTakeFirst())?.email ?? null
}
