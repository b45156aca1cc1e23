import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: a member masked words of a transcript, in so many places, and said why. The words are kept nowhere.
  await db.schema
    .createTable('redactions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('transcript_id', 'text', (c) => c.notNull().references('transcripts.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('places', 'integer', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('redactions_of').on('redactions').columns(['transcript_id', 'at']).execute()
}
