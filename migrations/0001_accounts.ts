import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: a person with a handle, or an imported author or voter whom nobody has claimed (no password).
  await db.schema
    .createTable('members')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('handle', 'text', (c) => c.notNull())
    .addColumn('handle_key', 'text', (c) => c.notNull().unique())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('unclaimed', 'smallint', (c) => c.notNull())
    .addColumn('bio', 'text', (c) => c.notNull())
    .addColumn('password_hash', 'text')
    .addColumn('shows_ballots', 'smallint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()

  // One row: a signed-in browser. The id is the SHA-256 of what its cookie holds.
  await db.schema
    .createTable('sessions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('sessions_by_member').on('sessions').column('member_id').execute()

  // One row: a personal access token. The key is the SHA-256 of what its bearer holds.
  await db.schema
    .createTable('tokens')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('tokens_by_member').on('tokens').column('member_id').execute()
}
