import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: a member's vote, as it stands, on a post or comment: 1 or -1 on one axis (approval, agreement).
  await db.schema
    .createTable('votes')
    .addColumn('target_kind', 'text', (c) => c.notNull())
    .addColumn('target_id', 'text', (c) => c.notNull())
    .addColumn('axis', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('value', 'smallint', (c) => c.notNull())
    .addColumn('cast_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('votes_pk', ['target_kind', 'target_id', 'axis', 'member_id'])
    .execute()
  await db.schema.createIndex('votes_by_member').on('votes').column('member_id').execute()

  // One row: the votes on one target and axis, counted by every write.
  await db.schema
    .createTable('vote_totals')
    .addColumn('target_kind', 'text', (c) => c.notNull())
    .addColumn('target_id', 'text', (c) => c.notNull())
    .addColumn('axis', 'text', (c) => c.notNull())
    .addColumn('up', 'integer', (c) => c.notNull())
    .addColumn('down', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('vote_totals_pk', ['target_kind', 'target_id', 'axis'])
    .execute()
}
