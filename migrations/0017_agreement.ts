import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // Cast in the labelling queue, before anything had shown the voter how others vote.
  await db.schema
    .alterTable('label_votes')
    .addColumn('blind', 'smallint', (c) => c.notNull().defaultTo(0))
    .execute()
}
