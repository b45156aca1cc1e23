import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: how its raters rate an argument once their leanings are taken out, and the status that it holds until it is lost.
  await db.schema
    .createTable('argument_ratings')
    .addColumn('source_kind', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('intercept', 'double precision', (c) => c.notNull())
    .addColumn('factor', 'double precision', (c) => c.notNull())
    .addColumn('ratings', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('argument_ratings_pk', ['source_kind', 'source_id'])
    .execute()

  // One row, of all arguments together: when their ratings were last computed, from how many raters who rate enough.
  await db.schema
    .createTable('rating_runs')
    .addColumn('what', 'text', (c) => c.primaryKey())
    .addColumn('raters', 'integer', (c) => c.notNull())
    .addColumn('computed_at', 'bigint', (c) => c.notNull())
    .execute()

  await db.schema.createIndex('arguments_by_framing').on('arguments').column('framing_id').execute()
  await db.schema
    .createIndex('ballot_history_by_mover')
    .on('ballot_history')
    .columns(['claim_id', 'moved_by_id'])
    .where('moved_by_id', 'is not', null)
    .execute()
}
