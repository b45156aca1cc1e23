import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: what a member typed at a place and has not sent. `copy` is empty for the draft itself; another is what a window had typed from an older draft, set aside until its writer chooses.
  // `fields` is JSON of the form, `words` its first words, `written_in` the window that saved last.
  await db.schema
    .createTable('drafts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('copy', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('fields', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('written_in', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('drafts_by_place', ['member_id', 'place', 'copy'])
    .execute()
  await db.schema.createIndex('drafts_by_time').on('drafts').columns(['member_id', 'saved_at', 'id']).execute()
}
