import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await choices(db)
  await ranks(db)
}

async function choices(db: Kysely<unknown>) {
  // One row: what a member chose for their ballots on one claim: shown (1), kept private (0) or as on every claim (null); their part in the matter; when they last put off judging what was added.
  await db.schema
    .createTable('ballot_choices')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('shows', 'smallint')
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('put_off_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('ballot_choices_pk', ['claim_id', 'member_id'])
    .execute()

  // One row: a member who sees totals before they vote, on every claim.
  await db.schema
    .createTable('early_lookers')
    .addColumn('member_id', 'text', (c) => c.primaryKey().references('members.id'))
    .execute()

  await db.schema.createIndex('handle_votes_by_time').on('handle_votes').columns(['member_id', 'cast_at']).execute()
  await db.schema.createIndex('ballots_by_time').on('ballots').columns(['member_id', 'cast_at']).execute()
}

async function ranks(db: Kysely<unknown>) {
  // One row: a claim's places in the lists of claims, worked out when the claim was at this version and its camps of that time; null: not in that list. `reasons` is JSON.
  await db.schema
    .createTable('claim_ranks')
    .addColumn('claim_id', 'text', (c) => c.primaryKey().references('claims.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('camps_at', 'bigint', (c) => c.notNull())
    .addColumn('contested', 'double precision')
    .addColumn('bound', 'double precision')
    .addColumn('agreed', 'double precision')
    .addColumn('moved', 'double precision')
    .addColumn('reasons', 'text', (c) => c.notNull())
    .execute()
  for (const column of ['contested', 'bound', 'agreed', 'moved'])
    await db.schema
      .createIndex(`claim_ranks_by_${column}`)
      .on('claim_ranks')
      .columns([column, 'claim_id'])
      .where(sql.ref(column), 'is not', null)
      .execute()
  await db.schema
    .createIndex('ballot_history_moved')
    .on('ballot_history')
    .columns(['claim_id', 'moved_by_id'])
    .where(sql.ref('moved_by_id'), 'is not', null)
    .execute()
}
