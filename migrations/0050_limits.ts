import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: how often something that is limited was done by somebody (the key is a keyed hash of what and who), until when it counts.
  await db.schema
    .createTable('limit_counts')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('points', 'integer', (c) => c.notNull())
    .addColumn('ends_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('limit_counts_by_end').on('limit_counts').column('ends_at').execute()

  // The one row: the secret that keys those hashes, where the environment gives none.
  await db.schema
    .createTable('site_secrets')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('secret', 'text', (c) => c.notNull())
    .execute()
}
