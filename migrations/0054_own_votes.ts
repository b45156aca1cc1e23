import type { Kysely } from 'kysely'

/** A member's votes on what one page shows are found without reading the others. */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .createIndex('votes_of_member')
    .on('votes')
    .columns(['member_id', 'target_kind', 'target_id'])
    .execute()
  await db.schema.dropIndex('votes_by_member').execute()
}
