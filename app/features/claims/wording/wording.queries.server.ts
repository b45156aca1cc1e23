import { held, keptFor } from '#db/held.ts'
import { type Db, engineOf } from '#db/open.ts'
import type { ClaimRow, FramingRow, StandpointRow, WordingRow } from '#db/tables.ts'
import type { Worded } from './wording.ts'

/** Kept from votes and other edits until the transaction ends. */
export function selectHeldClaim(tx: Db, id: string): Promise<ClaimRow | undefined> {
  return tx.selectFrom('claims').selectAll().where('id', '=', id).$call(held(tx)).executeTakeFirst()
}

/** The claims that a framing is on, held as well: whoever sets votes apart has the claims of these cells for themselves. */
export async function selectHeldClaimsOf(tx: Db, framingIds: readonly string[]) {
  if (engineOf(tx) === 'sqlite') return
  const on = tx.selectFrom('claim_framings').select('claim_id').where('framing_id', 'in', framingIds)
  await tx.selectFrom('claims').select('id').where('id', 'in', on).orderBy('id').$call(held(tx)).execute()
}

export function selectStandpoint(tx: Db, id: string): Promise<StandpointRow | undefined> {
  return tx.selectFrom('standpoints').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Keeps framings and then claims from being edited while somebody votes on them; SQLite lets one write at a time anyway. */
export async function selectKeptWords(tx: Db, claimIds: readonly string[], framingIds: readonly string[]) {
  if (engineOf(tx) === 'sqlite') return
  for (const [table, ids] of [
    ['framings', framingIds],
    ['claims', claimIds],
  ] as const)
    if (ids.length > 0)
      await tx.selectFrom(table).select('id').where('id', 'in', ids).orderBy('id').$call(keptFor(tx)).execute()
}

type ClaimWords = Pick<ClaimRow, 'statement' | 'context' | 'context_html' | 'asks' | 'settled_by' | 'differs'>
type Versions = { version: number; meaning: number }

export async function updateClaimWords(tx: Db, id: string, words: ClaimWords & Versions) {
  await tx.updateTable('claims').set(words).where('id', '=', id).execute()
}

type StandpointWords = Pick<StandpointRow, 'name' | 'name_key' | 'definition'>

export async function updateStandpointWords(tx: Db, id: string, words: StandpointWords & Versions) {
  await tx.updateTable('standpoints').set(words).where('id', '=', id).execute()
}

type FramingWords = Pick<FramingRow, 'name' | 'name_key' | 'definition' | 'coined_by'>

export async function updateFramingWords(tx: Db, id: string, words: FramingWords & Versions) {
  await tx.updateTable('framings').set(words).where('id', '=', id).execute()
}

const tables = { claim: 'claims', standpoint: 'standpoints', framing: 'framings' } as const

export function selectWorded(db: Db, { kind, id }: Worded) {
  return db.selectFrom(tables[kind]).selectAll().where('id', '=', id).executeTakeFirst()
}

export async function updateMeaning(tx: Db, { kind, id }: Worded, meaning: number) {
  await tx.updateTable(tables[kind]).set({ meaning }).where('id', '=', id).execute()
}

export async function insertWordings(tx: Db, rows: readonly WordingRow[]) {
  await tx
    .insertInto('wordings')
    .values(rows)
    .onConflict((c) => c.columns(['kind', 'id', 'version']).doNothing())
    .execute()
}

/** Says of an edit that was said to keep the meaning that it changed it; false where there is no such edit. */
export async function updateChange(
  tx: Db,
  { kind, id }: Worded,
  version: number,
  ruling: Pick<WordingRow, 'ruled_by' | 'ruled_why' | 'ruled_at'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('wordings')
    .set({ change: 'changed', ...ruling })
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('change', '=', 'same')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The newest first, with who wrote each and who ruled on it. */
export function selectWordings(db: Db, { kind, id }: Worded) {
  return db
    .selectFrom('wordings')
    .leftJoin('members', 'members.id', 'wordings.member_id')
    .leftJoin('members as rulers', 'rulers.id', 'wordings.ruled_by')
    .selectAll('wordings')
    .select(['members.handle', 'rulers.handle as ruler'])
    .where('wordings.kind', '=', kind)
    .where('wordings.id', '=', id)
    .orderBy('version', 'desc')
    .execute()
}

export function selectHandle(db: Db, memberId: string) {
  return db.selectFrom('members').select('handle').where('id', '=', memberId).executeTakeFirst()
}

export function selectStandpointsWith(db: Db, claimId: string) {
  return db.selectFrom('standpoints').selectAll().where('claim_id', '=', claimId).orderBy('position').execute()
}
