import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'

/** So many mails to an address after one, in the order of their ids. */
export function selectMailTo(db: Db, address: string, after: string, most: number) {
  return db
    .selectFrom('outbox')
    .select(['id', 'subject', 'text', 'state', 'sent_at', 'created_at'])
    .where(sql<SqlBool>`lower(recipient) = lower(${address})`)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
}
