import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: the nodes whose texts are nearest to this one's, as JSON of kind, id and score, the nearest first.
  await db.schema
    .createTable('near_nodes')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('nearest', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('near_nodes_pk', ['kind', 'id'])
    .execute()

  // The one row: the texts that the nearest were computed from (a count of them and their versions), how (words, or meaning by a model), and when.
  await db.schema
    .createTable('near_runs')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('texts', 'text', (c) => c.notNull())
    .addColumn('how', 'text', (c) => c.notNull())
    .addColumn('model', 'text', (c) => c.notNull())
    .addColumn('nodes', 'integer', (c) => c.notNull())
    .addColumn('computed_at', 'bigint', (c) => c.notNull())
    .execute()

  // One row: what a model made of the text of a node, 32-bit floats one after another, and the hash of that text.
  await db.schema
    .createTable('node_vectors')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('model', 'text', (c) => c.notNull())
    .addColumn('text_hash', 'text', (c) => c.notNull())
    .addColumn('vector', 'bytea', (c) => c.notNull())
    .addPrimaryKeyConstraint('node_vectors_pk', ['kind', 'id', 'model'])
    .execute()

  // One row: a member said that two nodes, the one that sorts first first, only look alike.
  await db.schema
    .createTable('near_dismissals')
    .addColumn('one_kind', 'text', (c) => c.notNull())
    .addColumn('one_id', 'text', (c) => c.notNull())
    .addColumn('other_kind', 'text', (c) => c.notNull())
    .addColumn('other_id', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('dismissed_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('near_dismissals_pk', ['one_kind', 'one_id', 'other_kind', 'other_id'])
    .execute()
  await db.schema
    .createIndex('near_dismissals_by_other')
    .on('near_dismissals')
    .columns(['other_kind', 'other_id'])
    .execute()
}
