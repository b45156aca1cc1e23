import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { OutboxRow } from '#db/tables.ts'

/** To an address, in whichever letters it was typed. */
export async function deleteMailTo(tx: Db, address: string) {
  await tx.deleteFrom('outbox').where(sql<SqlBool>`lower(recipient) = lower(${address})`).execute()
}

type Said = Pick<OutboxRow, 'id' | 'subject' | 'text' | 'html' | 'headers'>

/** So many mails after one that have some letters in them. */
export function selectMailSaying(db: Db, letters: string, after: string, most: number): Promise<Said[]> {
  const holds = (column: string) => sql`replace(lower(${sql.ref(column)}), ${letters}, '') <> lower(${sql.ref(column)})`
  const any = sql.join(['subject', 'text', 'html', 'headers'].map(holds), sql` or `)
  return db
    .selectFrom('outbox')
    .select(['id', 'subject', 'text', 'html', 'headers'])
    .where('id', '>', after)
    .where(sql<SqlBool>`(${any})`)
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function updateMail(tx: Db, { id, ...said }: Said) {
  await tx.updateTable('outbox').set(said).where('id', '=', id).execute()
}
