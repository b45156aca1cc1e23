import { isListedAfter } from '#db/newest-first.ts'
import type { Db } from '#db/open.ts'
import type { ImportPieceRow, ImportRow } from '#db/tables.ts'

export async function insertImport(tx: Db, row: ImportRow) {
  await tx.insertInto('imports').values(row).execute()
}

export async function insertPiece(tx: Db, row: ImportPieceRow) {
  await tx.insertInto('import_pieces').values(row).execute()
}

export function selectImport(db: Db, id: string): Promise<ImportRow | undefined> {
  return db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function selectState(db: Db, id: string) {
  const row = await db.selectFrom('imports').select('state').where('id', '=', id).executeTakeFirst()
  return row?.state
}

/** A member's, newest first, one more than the limit; those whose files still come are left out. */
export function selectImportsOf(db: Db, memberId: string, limit: number, after: [time: number, id: string] | null) {
  let query = db
    .selectFrom('imports')
    .select(['id', 'state', 'files', 'counts', 'created_at'])
    .where('member_id', '=', memberId)
    .where('state', '!=', 'staging')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (after) query = query.where(isListedAfter('imports', after))
  return query.execute()
}

const unfinished = ['staging', 'reading', 'staged', 'waiting', 'running', 'stopping'] as const

export async function selectUnfinishedCount(db: Db, memberId: string): Promise<number> {
  const row = await db
    .selectFrom('imports')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('member_id', '=', memberId)
    .where('state', 'in', unfinished)
    .executeTakeFirst()
  return Number(row?.n ?? 0)
}

/** Changes an import that is in one of these states; says whether it was. */
export async function updateImport(tx: Db, id: string, states: readonly ImportRow['state'][], to: Partial<ImportRow>) {
  const result = await tx
    .updateTable('imports')
    .set(to)
    .where('id', '=', id)
    .where('state', 'in', states)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The oldest that waits for somebody to work on it. */
export function selectDue(db: Db, states: readonly ImportRow['state'][], at: number) {
  return db
    .selectFrom('imports')
    .select('id')
    .where('state', 'in', states)
    .where('held_until', '<', at)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
}

/** Takes an import that nobody holds; of several who try, one does. */
export async function updateHolder(tx: Db, id: string, holder: string, at: number, until: number): Promise<boolean> {
  const result = await tx
    .updateTable('imports')
    .set((e) => ({ holder, held_until: until, attempts: e('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('held_until', '<', at)
    .where('state', 'in', ['reading', 'waiting', 'running', 'stopping'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Changes an import as long as it is held by this one; says whether it is. */
export async function updateHeld(tx: Db, id: string, holder: string, to: Partial<ImportRow>): Promise<boolean> {
  const result = await tx
    .updateTable('imports')
    .set(to)
    .where('id', '=', id)
    .where('holder', '=', holder)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The pieces of a file that are kept, in order, one after another. */
export function selectPieces(db: Db, importId: string, file: number): Promise<{ bytes: Buffer }[]> {
  return db
    .selectFrom('import_pieces')
    .select('bytes')
    .where('import_id', '=', importId)
    .where('file', '=', file)
    .orderBy('piece')
    .execute()
}

export async function deletePieces(tx: Db, importId: string) {
  await tx.deleteFrom('import_pieces').where('import_id', '=', importId).execute()
}

/** Pieces of imports that are over. */
export function selectDonePieces(db: Db) {
  return db
    .selectFrom('import_pieces')
    .innerJoin('imports', 'imports.id', 'import_pieces.import_id')
    .select(['import_id', 'file', 'piece'])
    .where('state', 'in', ['done', 'failed', 'stopped'])
    .execute()
}

export async function deletePiece(tx: Db, importId: string, file: number, piece: number) {
  const query = tx.deleteFrom('import_pieces').where('import_id', '=', importId)
  await query.where('file', '=', file).where('piece', '=', piece).execute()
}

export async function deleteImport(tx: Db, id: string) {
  await deletePieces(tx, id)
  await tx.deleteFrom('imports').where('id', '=', id).execute()
}

/** Those that nobody pressed the button of. */
export function selectForgotten(db: Db, before: number) {
  return db
    .selectFrom('imports')
    .select('id')
    .where('state', 'in', ['staging', 'staged'])
    .where('created_at', '<', before)
    .limit(100)
    .execute()
}

export async function deletePiecesOf(tx: Db, memberId: string) {
  const own = tx.selectFrom('imports').select('id').where('member_id', '=', memberId)
  await tx.deleteFrom('import_pieces').where('import_id', 'in', own).execute()
}
