import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // A member's page lists what they marked, the newest first.
  const columns = ['member_id', 'created_at', 'id']
  await db.schema.createIndex('excerpts_by_member').on('excerpts').columns(columns).execute()
}
