import { isInserted } from '#db/inserted.ts'
import type { Db } from '#db/open.ts'
import type { MemberRow, SessionRow, TokenRow } from '#db/tables.ts'

const memberColumns = ['id', 'handle', 'role', 'unclaimed'] as const

/** Inserts unless the handle is taken; says whether it did. */
export async function insertMember(tx: Db, row: MemberRow): Promise<boolean> {
  const result = await tx
    .insertInto('members')
    .values(row)
    .onConflict((c) => c.column('handle_key').doNothing())
    .executeTakeFirst()
  return isInserted(result)
}

export function selectMember(db: Db, id: string) {
  return db.selectFrom('members').select(memberColumns).where('id', '=', id).executeTakeFirst()
}

export function selectMemberByHandle(db: Db, handleKey: string) {
  return db.selectFrom('members').selectAll().where('handle_key', '=', handleKey).executeTakeFirst()
}

const oldestFirst = (db: Db) => db.selectFrom('members').select(memberColumns).orderBy('created_at').orderBy('id')

export function selectMembers(db: Db) {
  return oldestFirst(db).execute()
}

export function selectOldestMember(db: Db, role?: MemberRow['role']) {
  const query = oldestFirst(db).limit(1)
  return (role ? query.where('role', '=', role) : query).executeTakeFirst()
}

export async function updateMember(tx: Db, id: string, set: Partial<Pick<MemberRow, 'bio' | 'shows_ballots'>>) {
  await tx.updateTable('members').set(set).where('id', '=', id).execute()
}

export async function insertSession(tx: Db, row: SessionRow) {
  await tx.insertInto('sessions').values(row).execute()
}

export function selectSession(db: Db, hash: string) {
  return db.selectFrom('sessions').selectAll().where('id', '=', hash).executeTakeFirst()
}

export function selectSessionsOf(db: Db, memberId: string) {
  return db.selectFrom('sessions').selectAll().where('member_id', '=', memberId).execute()
}

export async function updateSessionExpiry(tx: Db, hash: string, expiresAt: number) {
  await tx.updateTable('sessions').set({ expires_at: expiresAt }).where('id', '=', hash).execute()
}

export async function deleteSession(tx: Db, hash: string) {
  await tx.deleteFrom('sessions').where('id', '=', hash).execute()
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

export function selectMemberByToken(db: Db, hash: string) {
  return db
    .selectFrom('tokens')
    .innerJoin('members', 'members.id', 'tokens.member_id')
    .select(['members.id', 'members.handle', 'members.role', 'members.unclaimed'])
    .where('tokens.hash', '=', hash)
    .executeTakeFirst()
}
