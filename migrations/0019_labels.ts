import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await wordings(db)
  await earlierVotes(db)

  // One row: something showed a signed-in member how others label an excerpt. What they vote on it from then on is not blind.
  await db.schema
    .createTable('showings')
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('shown_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('showings_pk', ['member_id', 'excerpt_id'])
    .execute()
}

async function wordings(db: Kysely<unknown>) {
  // `meaning`: the version since which the words mean what they mean now; votes cast on earlier ones are counted apart.
  // `merged_into`: the label that this one leads to since. `retired_at`: since when it is put on nothing more.
  const labels = () => db.schema.alterTable('labels')
  await labels()
    .addColumn('meaning', 'integer', (c) => c.notNull().defaultTo(1))
    .execute()
  await labels()
    .addColumn('merged_into', 'text', (c) => c.references('labels.id'))
    .execute()
  await labels().addColumn('retired_at', 'bigint').execute()

  // One row: what a label was said to mean, from a version on. `change`: first, same (other words, one meaning) or changed.
  await db.schema
    .createTable('label_versions')
    .addColumn('label_id', 'text', (c) => c.notNull().references('labels.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('change', 'text', (c) => c.notNull())
    .addColumn('definition', 'text', (c) => c.notNull())
    .addColumn('examples', 'text', (c) => c.notNull())
    .addColumn('counter_examples', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('label_versions_pk', ['label_id', 'version'])
    .execute()
  await sql`insert into label_versions
    (label_id, version, change, definition, examples, counter_examples, member_id, created_at)
    select id, version, 'first', definition, examples, counter_examples, member_id, created_at from labels`.execute(db)
}

/** Votes that were cast on words with another meaning, or came with a merged label: kept beside the others, never added. */
async function earlierVotes(db: Kysely<unknown>) {
  for (const column of ['earlier_agree', 'earlier_disagree', 'earlier_unsure'])
    await db.schema
      .alterTable('labellings')
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(0))
      .execute()
  await db.schema.createIndex('label_votes_by_label').on('label_votes').columns(['label_id', 'excerpt_id']).execute()
}
