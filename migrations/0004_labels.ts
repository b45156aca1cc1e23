import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: a term that excerpts can carry.
  await db.schema
    .createTable('labels')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull().unique())
    .addColumn('definition', 'text', (c) => c.notNull())
    .addColumn('examples', 'text', (c) => c.notNull())
    .addColumn('counter_examples', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()

  await db.schema.createIndex('labels_by_time').on('labels').columns(['created_at', 'id']).execute()

  // One row: a label is on an excerpt, with the votes on that counted by every write.
  // `given`: it came with the data. `placed_by`: who put it on by voting, whose vote is counted in both places: in agree, disagree or unsure, and apart.
  await db.schema
    .createTable('labellings')
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('label_id', 'text', (c) => c.notNull().references('labels.id'))
    .addColumn('given', 'smallint', (c) => c.notNull())
    .addColumn('agree', 'integer', (c) => c.notNull())
    .addColumn('disagree', 'integer', (c) => c.notNull())
    .addColumn('unsure', 'integer', (c) => c.notNull())
    .addColumn('placing_agree', 'integer', (c) => c.notNull())
    .addColumn('placing_disagree', 'integer', (c) => c.notNull())
    .addColumn('placed_by', 'text', (c) => c.references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('labellings_pk', ['excerpt_id', 'label_id'])
    .execute()
  await db.schema.createIndex('labellings_by_label').on('labellings').column('label_id').execute()
  // The few over which people are split, among all that imports brought: the front page begins with them.
  await db.schema
    .createIndex('labellings_split')
    .on('labellings')
    .columns(['excerpt_id', 'label_id'])
    .where(sql.ref('agree'), '>', sql.ref('placing_agree'))
    .where(sql.ref('disagree'), '>', sql.ref('placing_disagree'))
    .execute()

  // One row: a named classifier says that a label is on an excerpt.
  await db.schema
    .createTable('machine_labellings')
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('label_id', 'text', (c) => c.notNull().references('labels.id'))
    .addColumn('classifier', 'text', (c) => c.notNull())
    .addColumn('score', 'double precision')
    .addColumn('prompt', 'text')
    .addColumn('answer', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('machine_labellings_pk', ['excerpt_id', 'label_id', 'classifier'])
    .execute()

  await votes(db)
}

async function votes(db: Kysely<unknown>) {
  // One row: a member's vote, as it stands, on whether a label fits an excerpt.
  await db.schema
    .createTable('label_votes')
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('label_id', 'text', (c) => c.notNull().references('labels.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('placing', 'smallint', (c) => c.notNull())
    .addColumn('label_version', 'integer', (c) => c.notNull())
    .addColumn('cast_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('label_votes_pk', ['excerpt_id', 'label_id', 'member_id'])
    .execute()
  await db.schema.createIndex('label_votes_by_member').on('label_votes').column('member_id').execute()

  // One row: a label vote was cast, changed or taken back (value null).
  await db.schema
    .createTable('label_vote_history')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('excerpt_id', 'text', (c) => c.notNull())
    .addColumn('label_id', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('value', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('label_vote_history_by_labelling')
    .on('label_vote_history')
    .columns(['excerpt_id', 'label_id'])
    .execute()
}
