import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './imports.queries.server.ts'

/** How long files wait for their member, ms. */
const keptFor = 24 * 60 * 60 * 1000

/** Drops the files of imports that are over, and imports that nobody pressed the button of for a day. */
export async function sweepImports(db: Db): Promise<void> {
  for (const { import_id: id, file, piece } of await queries.selectDonePieces(db)) {
    await inTransaction(db, (tx) => queries.deletePiece(tx, id, file, piece))
    await new Promise((rested) => setImmediate(rested))
  }
  for (const { id } of await queries.selectForgotten(db, now() - keptFor))
    await inTransaction(db, (tx) => queries.deleteImport(tx, id))
}

/** Drops the files that a member brought. */
export async function dropFilesOf(db: Db, memberId: string) {
  await inTransaction(db, (tx) => queries.deletePiecesOf(tx, memberId))
}
