import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: files that a member brought to be imported, how far that is, and what came of it. `files`, `preview`, `report` and `counts` (what lists say of the report) are JSON; whoever works on it holds it until `held_until`.
  await db.schema
    .createTable('imports')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('collection', 'text', (c) => c.notNull())
    .addColumn('classifier', 'text', (c) => c.notNull())
    .addColumn('starts_itself', 'smallint', (c) => c.notNull())
    .addColumn('files', 'text', (c) => c.notNull())
    .addColumn('preview', 'text')
    .addColumn('report', 'text')
    .addColumn('counts', 'text')
    .addColumn('failure', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('holder', 'text')
    .addColumn('held_until', 'bigint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .execute()
  await db.schema.createIndex('imports_by_state').on('imports').columns(['state', 'held_until']).execute()
  await db.schema.createIndex('imports_of').on('imports').columns(['member_id', 'created_at']).execute()

  // One row: a megabyte or less of a file that is to be imported; gone when that is done.
  await db.schema
    .createTable('import_pieces')
    .addColumn('import_id', 'text', (c) => c.notNull().references('imports.id'))
    .addColumn('file', 'integer', (c) => c.notNull())
    .addColumn('piece', 'integer', (c) => c.notNull())
    .addColumn('bytes', 'bytea', (c) => c.notNull())
    .addPrimaryKeyConstraint('import_pieces_key', ['import_id', 'file', 'piece'])
    .execute()
}
