import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: a member says that something breaks a rule; state open, upheld or dismissed.
  await db.schema
    .createTable('flags')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('flagged_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('flags_key', ['kind', 'id', 'member_id'])
    .execute()
  await db.schema.createIndex('flags_by_state').on('flags').columns(['state', 'flagged_at']).execute()
  await db.schema.createIndex('flags_of_member').on('flags').column('member_id').execute()

  // One row: what a moderator did to a thing, by which rule of which version; `member_id`: whose it was, who alone is
  // told `why`. `until`: of a suspension. The rows are never changed.
  await db.schema
    .createTable('moderation_acts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('act', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('thing_id', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('moderator_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('rule', 'text', (c) => c.notNull())
    .addColumn('rules_version', 'integer', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint')
    .addColumn('acted_at', 'bigint', (c) => c.notNull())
    .execute()
  const byTime = ['acted_at', 'id']
  await db.schema.createIndex('moderation_acts_by_time').on('moderation_acts').columns(byTime).execute()
  await db.schema.createIndex('moderation_acts_of_member').on('moderation_acts').column('member_id').execute()
  await db.schema.createIndex('moderation_acts_on').on('moderation_acts').columns(['kind', 'thing_id']).execute()

  // One row: whoever an act concerns asks for another look at it; decision upheld or reversed, null while it is open.
  await db.schema
    .createTable('appeals')
    .addColumn('act_id', 'text', (c) => c.primaryKey().references('moderation_acts.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('decision', 'text')
    .addColumn('decided_by', 'text', (c) => c.references('members.id'))
    .addColumn('decided_why', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('decided_at', 'bigint')
    .execute()
  await db.schema.createIndex('appeals_by_state').on('appeals').columns(['decision', 'asked_at']).execute()

  // One row: a member may read, and not write, until a time.
  await db.schema
    .createTable('suspensions')
    .addColumn('member_id', 'text', (c) => c.primaryKey().references('members.id'))
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute()
}
