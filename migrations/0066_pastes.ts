import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: what a visitor pasted and has yet to publish, for a day. `key` is the hash of a secret that their browser alone has; `said` is what they chose for it so far, as JSON; once it is published, only which excerpt it became stays.
  await db.schema
    .createTable('pastes')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('said', 'text', (c) => c.notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('excerpt_id', 'text', (c) => c.references('excerpts.id'))
    .addColumn('ends_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('pastes_by_end').on('pastes').column('ends_at').execute()
}
