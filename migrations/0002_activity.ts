import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: something happened, written by the transaction that did it.
  await db.schema
    .createTable('activity')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('verb', 'text', (c) => c.notNull())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('activity_by_subject').on('activity').columns(['subject_kind', 'subject_id']).execute()

  // One row: how often a thing that pages show has changed.
  await db.schema
    .createTable('versions')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('versions_pk', ['kind', 'id'])
    .execute()

  // One row: a write that a client named by an Idempotency-Key, and the answer it was given.
  await db.schema
    .createTable('idempotent_answers')
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('request_hash', 'text', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotent_answers_pk', ['member_id', 'key'])
    .execute()
}
