import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await ballots(db)
  await handleVotes(db)
  await counts(db)
}

async function ballots(db: Kysely<unknown>) {
  // One row: a member's verdict, as it stands, on a framing of a claim from a standpoint, and the wording it was cast on.
  await db.schema
    .createTable('ballots')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('standpoint_id', 'text', (c) => c.notNull().references('standpoints.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull().references('framings.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('moved_by_kind', 'text')
    .addColumn('moved_by_id', 'text')
    .addColumn('claim_version', 'integer', (c) => c.notNull())
    .addColumn('framing_version', 'integer', (c) => c.notNull())
    .addColumn('standpoint_version', 'integer', (c) => c.notNull())
    .addColumn('cast_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('ballots_pk', ['standpoint_id', 'framing_id', 'member_id'])
    .execute()
  await db.schema.createIndex('ballots_by_member').on('ballots').columns(['member_id', 'claim_id']).execute()
  await db.schema
    .createIndex('ballots_by_claim')
    .on('ballots')
    .columns(['claim_id', 'framing_id', 'member_id'])
    .execute()

  // One row: a ballot was cast, changed or taken back (verdict null).
  await db.schema
    .createTable('ballot_history')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('claim_id', 'text', (c) => c.notNull())
    .addColumn('standpoint_id', 'text', (c) => c.notNull())
    .addColumn('framing_id', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('verdict', 'text')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('moved_by_kind', 'text')
    .addColumn('moved_by_id', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('ballot_history_by_claim').on('ballot_history').columns(['claim_id', 'at']).execute()
  await db.schema
    .createIndex('ballot_history_by_cell')
    .on('ballot_history')
    .columns(['standpoint_id', 'framing_id', 'member_id', 'at'])
    .unique()
    .execute()
}

async function handleVotes(db: Kysely<unknown>) {
  // One row: the framing that a member would use as the name from a standpoint; framing_id null: none of these.
  await db.schema
    .createTable('handle_votes')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('standpoint_id', 'text', (c) => c.notNull().references('standpoints.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('framing_id', 'text', (c) => c.references('framings.id'))
    .addColumn('cast_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('handle_votes_pk', ['standpoint_id', 'member_id'])
    .execute()
  await db.schema.createIndex('handle_votes_by_member').on('handle_votes').columns(['member_id', 'claim_id']).execute()

  // One row: a handle vote was cast, changed (framing_id null: none of these) or taken back (withdrawn).
  await db.schema
    .createTable('handle_vote_history')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('claim_id', 'text', (c) => c.notNull())
    .addColumn('standpoint_id', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('framing_id', 'text')
    .addColumn('withdrawn', 'smallint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('handle_vote_history_by_claim')
    .on('handle_vote_history')
    .columns(['claim_id', 'at'])
    .execute()
  await db.schema
    .createIndex('handle_vote_history_by_member')
    .on('handle_vote_history')
    .columns(['standpoint_id', 'member_id', 'at'])
    .unique()
    .execute()
}

async function counts(db: Kysely<unknown>) {
  // One row: the ballots of one cell and its handle votes, counted by every write. framing_id '' counts "none of these".
  await db.schema
    .createTable('tallies')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('standpoint_id', 'text', (c) => c.notNull().references('standpoints.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull())
    .addColumn('fits', 'integer', (c) => c.notNull())
    .addColumn('partly', 'integer', (c) => c.notNull())
    .addColumn('misfits', 'integer', (c) => c.notNull())
    .addColumn('unsure', 'integer', (c) => c.notNull())
    .addColumn('handles', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('tallies_pk', ['standpoint_id', 'framing_id'])
    .execute()
  await db.schema.createIndex('tallies_by_claim').on('tallies').column('claim_id').execute()

  // One row: a member has so many ballots and handle votes standing on a claim; none at 0.
  await db.schema
    .createTable('claim_voters')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('votes', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('claim_voters_pk', ['claim_id', 'member_id'])
    .execute()
}
