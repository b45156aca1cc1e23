import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './idempotency.queries.server.ts'

/** Puts another name in place of one in the answers that are kept for those who ask again. */
export async function renameInAnswers(db: Db, name: string, rename: (text: string) => string) {
  for (const row of await queries.selectAnswersSaying(db, name.toLowerCase()))
    await inTransaction(db, (tx) => queries.updateAnswer(tx, row.member_id, row.key, rename(row.answer ?? 'null')))
}
