import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: a handle that a member goes by or went by. It leads to them for good, and nobody else can have it.
  // `attributed`: it was an imported author's, who turned out to be this member; what is imported by it is theirs.
  await db.schema
    .createTable('handles')
    .addColumn('handle_key', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('attributed', 'smallint', (c) => c.notNull())
    .addColumn('taken_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('handles_by_member').on('handles').column('member_id').execute()
  const columns = sql`handle_key, member_id, attributed, taken_at`
  await sql`insert into handles (${columns}) select handle_key, id, 0, created_at from members`.execute(db)

  // One row: a member blocks or mutes another. Either folds what the other writes; a block also keeps them from answering.
  await db.schema
    .createTable('silences')
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('silenced_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('silences_pk', ['member_id', 'silenced_id'])
    .execute()
  await db.schema.createIndex('silences_by_silenced').on('silences').column('silenced_id').execute()

  // One row: a member says that they are an imported author, and why; decision null: no moderator has decided.
  await db.schema
    .createTable('attributions')
    .addColumn('unclaimed_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('decision', 'text')
    .addColumn('decided_by', 'text', (c) => c.references('members.id'))
    .addColumn('decided_at', 'bigint')
    .addPrimaryKeyConstraint('attributions_pk', ['unclaimed_id', 'member_id'])
    .execute()
  await db.schema.createIndex('attributions_by_time').on('attributions').columns(['decision', 'asked_at']).execute()

  // Set on an imported author whose things were moved to the member who wrote them.
  await db.schema
    .alterTable('members')
    .addColumn('attributed_to', 'text', (c) => c.references('members.id'))
    .execute()
}
