import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // One row: an annotation that a client sent. `document` is its JSON without what the server says of it; `excerpts` are the ids of what its targets mark, in their order, null where one marks nothing here.
  await db.schema
    .createTable('annotations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('excerpts', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('modified_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('annotations_by_time').on('annotations').columns(['created_at', 'id']).execute()
  // One row: a vote that a label fits which an annotation cast by its tag, and which goes with it.
  await db.schema
    .createTable('annotation_votes')
    .addColumn('annotation_id', 'text', (c) => c.notNull().references('annotations.id').onDelete('cascade'))
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('label_id', 'text', (c) => c.notNull().references('labels.id'))
    .addPrimaryKeyConstraint('annotation_votes_key', ['annotation_id', 'excerpt_id', 'label_id'])
    .execute()
}
