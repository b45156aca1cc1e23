import { held } from '#db/held.ts'
import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import { prepared, preparedFirst } from '#db/prepared.ts'
import type { HandleRow, MemberRow, SessionRow, TokenRow } from '#db/tables.ts'
import { retiredHash } from './removing/retired.ts'

const memberColumns = ['id', 'handle', 'role', 'unclaimed'] as const

/** Inserts unless the handle is taken, or was once another's; says whether it did. */
export async function insertMember(tx: Db, row: MemberRow): Promise<boolean> {
  // A handle that was given up was kept long before: only those that are new are asked for by two at once.
  if ((await selectHandle(tx, row.handle_key)) || (await selectIsRetired(tx, row.handle_key))) return false
  const result = await tx
    .insertInto('members')
    .values(row)
    .onConflict((c) => c.column('handle_key').doNothing())
    .executeTakeFirst()
  if (!isInserted(result)) return false
  const { handle_key, id, created_at } = row
  return insertHandle(tx, { handle_key, member_id: id, attributed: 0, taken_at: created_at })
}

/** Takes a handle for good unless somebody has it; says whether it did. */
export async function insertHandle(tx: Db, row: HandleRow): Promise<boolean> {
  const result = await tx
    .insertInto('handles')
    .values(row)
    .onConflict((c) => c.column('handle_key').doNothing())
    .executeTakeFirst()
  // Looked for once the key is ours: whoever gave it up a moment ago left its hash by then.
  return isInserted(result) && !(await selectIsRetired(tx, row.handle_key))
}

/** Whether somebody who left went by this handle. */
async function selectIsRetired(db: Db, handleKey: string): Promise<boolean> {
  const retired = db
    .selectFrom('retired_handles')
    .select('handle_hash')
    .where('handle_hash', '=', retiredHash(handleKey))
  return (await retired.executeTakeFirst()) !== undefined
}

export function selectHandle(db: Db, handleKey: string) {
  return db.selectFrom('handles').selectAll().where('handle_key', '=', handleKey).executeTakeFirst()
}

export function selectHandlesOf(db: Db, memberId: string) {
  return db
    .selectFrom('handles')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('taken_at', 'desc')
    .orderBy('handle_key')
    .execute()
}

export function selectMember(db: Db, id: string) {
  return db.selectFrom('members').select(memberColumns).where('id', '=', id).executeTakeFirst()
}

/** Whose session it is: whoever was removed while they signed in has none. */
export async function selectSignedIn(db: Db, id: string) {
  return (await signedIn(db, { id }))[0]
}

const signedIn = prepared((db, { id }: { id: string }) =>
  db.selectFrom('members').select(memberColumns).where('id', '=', id).where('removed_at', 'is', null),
)

/** By the handle that they go by, or one that they went by. */
export function selectMemberByHandle(db: Db, handleKey: string) {
  return db
    .selectFrom('handles')
    .innerJoin('members', 'members.id', 'handles.member_id')
    .selectAll('members')
    .select('handles.attributed')
    .where('handles.handle_key', '=', handleKey)
    .executeTakeFirst()
}

/** The bare row, which nobody else changes before the transaction ends. */
export function selectMemberToChange(tx: Db, id: string) {
  return tx.selectFrom('members').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

const oldestFirst = (db: Db) =>
  db.selectFrom('members').where('removed_at', 'is', null).select(memberColumns).orderBy('created_at').orderBy('id')

export function selectMembers(db: Db) {
  return oldestFirst(db).execute()
}

export function selectOldestMember(db: Db, role?: MemberRow['role']) {
  const query = oldestFirst(db).limit(1)
  return (role ? query.where('role', '=', role) : query).executeTakeFirst()
}

export async function updateMember(tx: Db, id: string, set: Partial<MemberRow>) {
  await tx.updateTable('members').set(set).where('id', '=', id).execute()
}

export async function insertSession(tx: Db, row: SessionRow) {
  await tx.insertInto('sessions').values(row).execute()
}

const session = prepared((db, { hash }: { hash: string }) =>
  db.selectFrom('sessions').selectAll().where('id', '=', hash),
)

export async function selectSession(db: Db, hash: string) {
  return (await session(db, { hash }))[0]
}

export function selectSessionsOf(db: Db, memberId: string) {
  return db.selectFrom('sessions').selectAll().where('member_id', '=', memberId).execute()
}

export async function updateSession(tx: Db, hash: string, set: Partial<SessionRow>) {
  await tx.updateTable('sessions').set(set).where('id', '=', hash).execute()
}

export async function deleteSession(tx: Db, hash: string) {
  await tx.deleteFrom('sessions').where('id', '=', hash).execute()
}

export async function deleteSessionOf(tx: Db, memberId: string, hash: string) {
  await tx.deleteFrom('sessions').where('member_id', '=', memberId).where('id', '=', hash).execute()
}

export async function deleteOtherSessions(tx: Db, memberId: string, hash: string) {
  await tx.deleteFrom('sessions').where('member_id', '=', memberId).where('id', '!=', hash).execute()
}

export async function deleteSessionsOf(tx: Db, memberId: string) {
  await tx.deleteFrom('sessions').where('member_id', '=', memberId).execute()
}

export async function deleteSessionsBefore(tx: Db, time: number) {
  await tx.deleteFrom('sessions').where('expires_at', '<=', time).execute()
}

export async function insertToken(tx: Db, row: TokenRow) {
  await tx.insertInto('tokens').values(row).execute()
}

export const selectMemberByToken = preparedFirst((db: Db, hash: string) =>
  db
    .selectFrom('tokens')
    .innerJoin('members', 'members.id', 'tokens.member_id')
    .select(['members.id', 'members.handle', 'members.role', 'members.unclaimed'])
    .where('tokens.hash', '=', hash)
    .where('removed_at', 'is', null),
)

export function selectPasswordHash(db: Db, memberId: string) {
  return db.selectFrom('members').select('password_hash').where('id', '=', memberId).executeTakeFirst()
}

export function selectEmail(db: Db, memberId: string) {
  return db.selectFrom('members').select('email').where('id', '=', memberId).executeTakeFirst()
}
