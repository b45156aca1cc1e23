import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await claims(db)
  await framings(db)
  await standpoints(db)
}

async function claims(db: Kysely<unknown>) {
  // One row: what people contest: a case, judged by framings, or a proposition, judged by the built-in one.
  await db.schema
    .createTable('claims')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('context', 'text', (c) => c.notNull())
    .addColumn('context_html', 'text', (c) => c.notNull())
    .addColumn('asks', 'text', (c) => c.notNull())
    .addColumn('settled_by', 'text', (c) => c.notNull())
    .addColumn('variant_of', 'text', (c) => c.references('claims.id'))
    .addColumn('differs', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('claims_by_time').on('claims').columns(['created_at', 'id']).execute()
  await db.schema.createIndex('claims_by_variant').on('claims').column('variant_of').execute()
}

async function framings(db: Kysely<unknown>) {
  // One row: a named reading of a case, once for the whole site. `claim_id` is set on imported ones that belong to their claim.
  // `name_key` carries the claim's id in front where the framing belongs to one.
  await db.schema
    .createTable('framings')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull().unique())
    .addColumn('definition', 'text', (c) => c.notNull())
    .addColumn('coined_by', 'text', (c) => c.notNull())
    .addColumn('claim_id', 'text', (c) => c.references('claims.id'))
    .addColumn('built_in', 'smallint', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('hue', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('framings_by_time').on('framings').columns(['created_at', 'id']).execute()

  // One row: a framing is among those that a claim is judged by.
  await db.schema
    .createTable('claim_framings')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull().references('framings.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('rationale', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('claim_framings_pk', ['claim_id', 'framing_id'])
    .execute()
  await db.schema.createIndex('claim_framings_by_framing').on('claim_framings').column('framing_id').execute()
}

async function standpoints(db: Kysely<unknown>) {
  // One row: what is held fixed while judging one claim; position 0 is "all things considered".
  await db.schema
    .createTable('standpoints')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('definition', 'text', (c) => c.notNull())
    .addColumn('proposition_id', 'text', (c) => c.references('claims.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('standpoints_by_name', ['claim_id', 'name_key'])
    .execute()
  await db.schema.createIndex('standpoints_by_proposition').on('standpoints').column('proposition_id').execute()
}
