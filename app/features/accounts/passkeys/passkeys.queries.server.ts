import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { PasskeyChallengeRow, PasskeyRow } from '#db/tables.ts'

/** Inserts unless a passkey of this id is there, whoever has it; says whether it did. */
export async function insertPasskey(tx: Db, row: PasskeyRow): Promise<boolean> {
  const insert = tx.insertInto('passkeys').values(row)
  return isInserted(await insert.onConflict((c) => c.column('id').doNothing()).executeTakeFirst())
}

export function selectPasskeysOf(db: Db, memberId: string) {
  const query = db.selectFrom('passkeys').selectAll().where('member_id', '=', memberId)
  return query.orderBy('created_at').orderBy('id').execute()
}

/** The member's row stays as it is until the transaction ends: of two passkeys that are added at once, the second is counted after the first. */
export async function selectMemberHeld(tx: Db, memberId: string) {
  await tx.selectFrom('members').select('id').where('id', '=', memberId).$call(held(tx)).execute()
}

/** A passkey and whose it is. */
export function selectPasskey(db: Db, id: string) {
  return db
    .selectFrom('passkeys')
    .innerJoin('members', 'members.id', 'passkeys.member_id')
    .select(['passkeys.id', 'member_id', 'public_key', 'counter', 'handle', 'role', 'unclaimed'])
    .where('passkeys.id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

/** Notes that a passkey was used, unless its device had counted as far before; devices that do not count stay at 0. Says whether it did. */
export async function updateUse(tx: Db, id: string, counter: number, used_at: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkeys')
    .set({ counter, used_at })
    .where('id', '=', id)
    .where('counter', counter === 0 ? '=' : '<', counter)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Says whether it was there. */
export async function deletePasskey(tx: Db, memberId: string, id: string): Promise<boolean> {
  const query = tx.deleteFrom('passkeys').where('member_id', '=', memberId).where('id', '=', id)
  return (await query.executeTakeFirstOrThrow()).numDeletedRows > 0n
}

export async function insertChallenge(tx: Db, row: PasskeyChallengeRow) {
  await tx.insertInto('passkey_challenges').values(row).execute()
}

/** Takes a challenge away; of two who bring it at once one gets it. */
export async function deleteChallenge(tx: Db, hash: string, memberId: string | null, at: number): Promise<boolean> {
  const query = tx.deleteFrom('passkey_challenges').where('hash', '=', hash).where('expires_at', '>', at)
  const own = query.where('member_id', memberId === null ? 'is' : '=', memberId)
  return (await own.executeTakeFirstOrThrow()).numDeletedRows > 0n
}

export async function deleteChallengesBefore(tx: Db, time: number) {
  await tx.deleteFrom('passkey_challenges').where('expires_at', '<=', time).execute()
}
