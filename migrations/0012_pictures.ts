import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: a picture that members brought, as it was made anew from what they sent; `sent_hash` is that's SHA-256, so that the same twice is one.
  await db.schema
    .createTable('pictures')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('sent_hash', 'text', (c) => c.notNull().unique())
    .addColumn('type', 'text', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    // SQLite keeps bytes as bytes whatever a column is declared as.
    .addColumn('bytes', 'bytea', (c) => c.notNull())
    .execute()
  // What [[…]] names is looked for by the whole name.
  await db.schema.createIndex('posts_by_title').on('posts').column('title').execute()
  await db.schema.createIndex('claims_by_statement').on('claims').column('statement').execute()
}
