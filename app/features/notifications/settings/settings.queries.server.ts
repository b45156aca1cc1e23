import type { Db } from '#db/open.ts'
import type { DigestRow, NotificationSettingRow } from '#db/tables.ts'

export function selectSettings(db: Db, memberIds: string[]) {
  return db.selectFrom('notification_settings').selectAll().where('member_id', 'in', memberIds).execute()
}

export async function upsertSettings(tx: Db, rows: NotificationSettingRow[]) {
  await tx
    .insertInto('notification_settings')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['member_id', 'kind'])
        .doUpdateSet((e) => ({ on_site: e.ref('excluded.on_site'), by_mail: e.ref('excluded.by_mail') })),
    )
    .execute()
}

export function selectDigest(db: Db, memberId: string) {
  return db.selectFrom('digests').selectAll().where('member_id', '=', memberId).executeTakeFirst()
}

export async function upsertDigest(tx: Db, row: DigestRow) {
  const { frequency, next_at } = row
  await tx
    .insertInto('digests')
    .values(row)
    .onConflict((c) => c.column('member_id').doUpdateSet({ frequency, next_at }))
    .execute()
}
