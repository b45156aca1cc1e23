import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await posts(db)
  await comments(db)
  await bearings(db)
}

async function posts(db: Kysely<unknown>) {
  // One row: an essay, question, review or linkpost. `html` is made from `body` when it is written.
  await db.schema
    .createTable('posts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('html', 'text', (c) => c.notNull())
    .addColumn('url', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('edited_at', 'bigint')
    .addColumn('deleted_at', 'bigint')
    .addColumn('import_key', 'text', (c) => c.unique())
    .execute()
  await db.schema.createIndex('posts_by_time').on('posts').columns(['created_at', 'id']).execute()
  await db.schema.createIndex('posts_by_member').on('posts').columns(['member_id', 'created_at', 'id']).execute()

  // One row: what a post's title and body were at a revision, counted from 1.
  await db.schema
    .createTable('post_revisions')
    .addColumn('post_id', 'text', (c) => c.notNull().references('posts.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('post_revisions_pk', ['post_id', 'revision'])
    .execute()
}

async function comments(db: Kysely<unknown>) {
  // One row: the discussion under one subject, with its comments counted by every write.
  await db.schema
    .createTable('threads')
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('comment_count', 'integer', (c) => c.notNull())
    .addColumn('locked', 'smallint', (c) => c.notNull())
    .addColumn('last_comment_at', 'bigint')
    .addPrimaryKeyConstraint('threads_pk', ['subject_kind', 'subject_id'])
    .execute()

  // One row: a reply in a thread. `quote` is JSON: the words of the parent or subject that it answers.
  await db.schema
    .createTable('comments')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('parent_id', 'text', (c) => c.references('comments.id'))
    .addColumn('depth', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('html', 'text', (c) => c.notNull())
    .addColumn('quote', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('edited_at', 'bigint')
    .addColumn('deleted_at', 'bigint')
    .addColumn('import_key', 'text', (c) => c.unique())
    .execute()
  await db.schema
    .createIndex('comments_by_subject')
    .on('comments')
    .columns(['subject_kind', 'subject_id', 'created_at'])
    .execute()
  await db.schema.createIndex('comments_by_member').on('comments').column('member_id').execute()
  await db.schema.createIndex('comments_by_time').on('comments').columns(['created_at', 'id']).execute()

  // One row: what a comment's body was at a revision, counted from 1.
  await db.schema
    .createTable('comment_revisions')
    .addColumn('comment_id', 'text', (c) => c.notNull().references('comments.id'))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('comment_revisions_pk', ['comment_id', 'revision'])
    .execute()
}

async function bearings(db: Kysely<unknown>) {
  // One row: a post or comment argues for or against a framing of a claim, on its fit or its name.
  await db.schema
    .createTable('arguments')
    .addColumn('source_kind', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull().references('framings.id'))
    .addColumn('standpoint_id', 'text', (c) => c.references('standpoints.id'))
    .addColumn('direction', 'text', (c) => c.notNull())
    .addColumn('aspect', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('arguments_pk', ['source_kind', 'source_id'])
    .execute()
  await db.schema.createIndex('arguments_by_claim').on('arguments').columns(['claim_id', 'framing_id']).execute()

  // One row: an excerpt that a post or comment rests on, with the label relied on and a note.
  await db.schema
    .createTable('evidence')
    .addColumn('source_kind', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('excerpt_id', 'text', (c) => c.notNull().references('excerpts.id'))
    .addColumn('label_id', 'text', (c) => c.references('labels.id'))
    .addColumn('note', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('evidence_pk', ['source_kind', 'source_id', 'position'])
    .execute()
  await db.schema.createIndex('evidence_by_excerpt').on('evidence').column('excerpt_id').execute()
}
