import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await transcripts(db)
  await excerpts(db)
  await collections(db)
}

async function transcripts(db: Kysely<unknown>) {
  // One row: an immutable record of what was said, known by the hash of its turns' roles, speakers and texts.
  await db.schema
    .createTable('transcripts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('model', 'text')
    .addColumn('condition', 'text')
    .addColumn('source', 'text')
    .addColumn('licence', 'text')
    .addColumn('completeness', 'text', (c) => c.notNull())
    .addColumn('scores', 'text', (c) => c.notNull())
    .addColumn('turn_count', 'integer', (c) => c.notNull())
    .addColumn('excerpt_count', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('transcripts_by_time').on('transcripts').columns(['created_at', 'id']).execute()

  // One row: one turn of a transcript; position counts from 0.
  await db.schema
    .createTable('turns')
    .addColumn('transcript_id', 'text', (c) => c.notNull().references('transcripts.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('speaker', 'text')
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('turns_pk', ['transcript_id', 'position'])
    .execute()
}

async function excerpts(db: Kysely<unknown>) {
  // One row: one span of one transcript, however often cited. Offsets are code points of a turn's text, the end exclusive.
  // `whole` marks the span of everything, whose words are not stored a second time.
  await db.schema
    .createTable('excerpts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('transcript_id', 'text', (c) => c.notNull().references('transcripts.id'))
    .addColumn('start_turn', 'integer', (c) => c.notNull())
    .addColumn('start_offset', 'integer', (c) => c.notNull())
    .addColumn('end_turn', 'integer', (c) => c.notNull())
    .addColumn('end_offset', 'integer', (c) => c.notNull())
    .addColumn('whole', 'smallint', (c) => c.notNull())
    .addColumn('exact', 'text', (c) => c.notNull())
    .addColumn('prefix', 'text', (c) => c.notNull())
    .addColumn('suffix', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('excerpts_by_span', ['transcript_id', 'start_turn', 'start_offset', 'end_turn', 'end_offset'])
    .execute()
  await db.schema.createIndex('excerpts_by_time').on('excerpts').columns(['created_at', 'id']).execute()
}

async function collections(db: Kysely<unknown>) {
  // One row: a named set of transcripts; the id is its slug.
  await db.schema
    .createTable('collections')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('description', 'text', (c) => c.notNull())
    .addColumn('visibility', 'text', (c) => c.notNull())
    .addColumn('transcript_count', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()

  await db.schema.createIndex('collections_by_time').on('collections').columns(['created_at', 'id']).execute()

  // One row: a transcript is in a collection, at a place in its order.
  await db.schema
    .createTable('collection_transcripts')
    .addColumn('collection_id', 'text', (c) => c.notNull().references('collections.id'))
    .addColumn('transcript_id', 'text', (c) => c.notNull().references('transcripts.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('collection_transcripts_pk', ['collection_id', 'transcript_id'])
    .execute()
  await db.schema
    .createIndex('collection_transcripts_by_position')
    .on('collection_transcripts')
    .columns(['collection_id', 'position'])
    .execute()
  await db.schema
    .createIndex('collection_transcripts_by_transcript')
    .on('collection_transcripts')
    .column('transcript_id')
    .execute()
}
