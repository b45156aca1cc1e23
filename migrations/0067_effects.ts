import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // What an act took out of counts that everybody reads, or put back: so many of what, as JSON.
  await db.schema
    .alterTable('moderation_acts')
    .addColumn('counts', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute()

  // One row: so many votes of so many members left a claim's tallies on a UTC day (since 1970), since the accounts were removed.
  await db.schema
    .createTable('departures')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('members', 'integer', (c) => c.notNull())
    .addColumn('votes', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('departures_pk', ['claim_id', 'day'])
    .execute()
}
