import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: the camps last computed for a claim: among the ballots on it (own), or on all other claims (elsewhere). `result` is JSON and names nobody.
  await db.schema
    .createTable('camp_runs')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('basis', 'text', (c) => c.notNull())
    .addColumn('result', 'text', (c) => c.notNull())
    .addColumn('computed_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('camp_runs_pk', ['claim_id', 'basis'])
    .execute()

  // One row: a member who is left out of every camp.
  await db.schema
    .createTable('camp_leavers')
    .addColumn('member_id', 'text', (c) => c.primaryKey().references('members.id'))
    .addColumn('left_at', 'bigint', (c) => c.notNull())
    .execute()

  await db.schema.createIndex('ballot_history_by_time').on('ballot_history').column('at').execute()
}
