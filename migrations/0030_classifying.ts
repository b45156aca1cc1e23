import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await classifiers(db)
  await answers(db)
}

async function classifiers(db: Kysely<unknown>) {
  // One row: words that models were asked with, known by their SHA-256.
  await db.schema
    .createTable('prompts')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()

  // One row: a model that is asked with one prompt whether one label fits, under a name that its labellings carry.
  // `key`: hash of what makes it this one. `role`: it is asked about each turn of this role, else about whole transcripts.
  await db.schema
    .createTable('classifiers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('label_id', 'text', (c) => c.notNull().references('labels.id'))
    .addColumn('model', 'text', (c) => c.notNull())
    .addColumn('prompt_hash', 'text', (c) => c.notNull().references('prompts.hash'))
    .addColumn('role', 'text')
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('classifiers_name', ['label_id', 'name'])
    .execute()
  await db.schema.createIndex('classifiers_by_time').on('classifiers').columns(['created_at', 'id']).execute()
}

async function answers(db: Kysely<unknown>) {
  // One row: what a classifier answered about a transcript (`turn` -1) or one turn of it, word for word.
  // `fits`: 1 yes, 0 no, null where the answer cannot be read, and `why` says why.
  await db.schema
    .createTable('answers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('classifier_id', 'text', (c) => c.notNull().references('classifiers.id'))
    .addColumn('transcript_id', 'text', (c) => c.notNull().references('transcripts.id'))
    .addColumn('turn', 'integer', (c) => c.notNull())
    .addColumn('fits', 'smallint')
    .addColumn('score', 'double precision')
    .addColumn('raw', 'text', (c) => c.notNull())
    .addColumn('why', 'text')
    .addColumn('prompt_tokens', 'integer')
    .addColumn('completion_tokens', 'integer')
    .addColumn('answered_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('answers_key', ['classifier_id', 'transcript_id', 'turn'])
    .execute()
  await db.schema.createIndex('answers_by_time').on('answers').columns(['classifier_id', 'answered_at', 'id']).execute()
  await db.schema.createIndex('answers_of').on('answers').column('transcript_id').execute()

  // One row: words that an answer quotes, and the excerpt that they were found as, or why they were not.
  // An answer that is on all that was asked about has one, with no words.
  await db.schema
    .createTable('answer_quotes')
    .addColumn('answer_id', 'text', (c) => c.notNull().references('answers.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('quote', 'text', (c) => c.notNull())
    .addColumn('excerpt_id', 'text', (c) => c.references('excerpts.id'))
    .addColumn('why', 'text')
    .addPrimaryKeyConstraint('answer_quotes_pk', ['answer_id', 'position'])
    .execute()
  await db.schema.createIndex('answer_quotes_on').on('answer_quotes').column('excerpt_id').execute()
}
