import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // In words, as "Firefox on Linux"; and the UTC day on which the session was used last, in days since 1970.
  await db.schema
    .alterTable('sessions')
    .addColumn('device', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema
    .alterTable('sessions')
    .addColumn('seen_on', 'integer', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('sessions_by_expiry').on('sessions').column('expires_at').execute()
}
