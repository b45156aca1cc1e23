import { type Db, engineOf } from '#db/open.ts'
import type { OutboxRow } from '#db/tables.ts'

export async function selectWaitingCount(db: Db): Promise<number> {
  const query = db.selectFrom('outbox').select((e) => e.fn.countAll<number>().as('n'))
  return Number((await query.where('state', '=', 'waiting').executeTakeFirstOrThrow()).n)
}

export async function insertMail(tx: Db, row: OutboxRow) {
  await tx.insertInto('outbox').values(row).execute()
}

export function selectDueMail(db: Db, at: number) {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('next_at', '<=', at)
    .orderBy('next_at')
    .orderBy('id')
    .limit(1)
    .$if(db.isTransaction && engineOf(db) === 'postgres', (query) => query.forUpdate().skipLocked())
    .executeTakeFirst()
}

export async function deleteMailBefore(tx: Db, createdAt: number, expiresAt: number) {
  await tx
    .deleteFrom('outbox')
    .where((e) =>
      e.or([e('state', '!=', 'waiting').and('created_at', '<=', createdAt), e('expires_at', '<=', expiresAt)]),
    )
    .execute()
}

export async function updateMail(tx: Db, id: string, set: Partial<OutboxRow>) {
  await tx.updateTable('outbox').set(set).where('id', '=', id).execute()
}
