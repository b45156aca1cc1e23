import { randomBytes } from 'node:crypto'
import type { Db } from './open.ts'
import { inTransaction } from './transaction.ts'

const id = 1

/** The secret of this site that is kept with its data, made when it is first asked for. */
export async function siteSecret(db: Db): Promise<string> {
  const find = (from: Db) => from.selectFrom('site_secrets').select('secret').where('id', '=', id).executeTakeFirst()
  const kept = await find(db)
  if (kept) return kept.secret
  return inTransaction(db, async (tx) => {
    const secret = randomBytes(32).toString('base64url')
    await tx
      .insertInto('site_secrets')
      .values({ id, secret })
      .onConflict((c) => c.column('id').doNothing())
      .execute()
    return (await find(tx))?.secret ?? secret
  })
}
