import { type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await publishing(db)
  await coAuthors(db)
  await indexes(db)
  if (db.getExecutor().adapter instanceof SqliteAdapter) await keepScoresOnSqlite(db)
  else await keepScoresOnPostgres(db)
}

/** A post is public while it has a `published_at` and no `deleted_at`; `first_published_at` is what it gets back when it is published again. */
async function publishing(db: Kysely<unknown>) {
  const posts = db.schema.alterTable('posts')
  await posts.addColumn('published_at', 'bigint').execute()
  await posts.addColumn('first_published_at', 'bigint').execute()
  await posts.addColumn('deleted_by', 'text', (c) => c.references('members.id')).execute()
  await posts.addColumn('review', 'text').execute()
  await posts.addColumn('score', 'integer', (c) => c.notNull().defaultTo(0)).execute()
  // What a revision was beside its title and body; null where it was not kept.
  const revisions = db.schema.alterTable('post_revisions')
  await revisions.addColumn('kind', 'text').execute()
  await revisions.addColumn('url', 'text').execute()
  await revisions.addColumn('review', 'text').execute()
  await sql`update posts set published_at = created_at, first_published_at = created_at,
    score = coalesce((select up - down from vote_totals
      where target_kind = 'post' and axis = 'approval' and target_id = posts.id), 0)`.execute(db)
  await sql`update posts set deleted_by = (select min(member_id) from activity
    where verb = 'post.deleted' and subject_kind = 'post' and subject_id = posts.id)
    where deleted_at is not null`.execute(db)
}

async function coAuthors(db: Kysely<unknown>) {
  // One row: a member who is asked to be an author of another's post; one since `accepted_at`.
  await db.schema
    .createTable('post_authors')
    .addColumn('post_id', 'text', (c) => c.notNull().references('posts.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('invited_at', 'bigint', (c) => c.notNull())
    .addColumn('accepted_at', 'bigint')
    .addPrimaryKeyConstraint('post_authors_pk', ['post_id', 'member_id'])
    .execute()
  await db.schema.createIndex('post_authors_by_member').on('post_authors').column('member_id').execute()
}

/** Each list of posts reads one of these, and of it no more than it shows. */
async function indexes(db: Kysely<unknown>) {
  await db.schema.dropIndex('posts_by_time').execute()
  const isPublic = sql`where published_at is not null and deleted_at is null`
  await sql`create index posts_public_by_time on posts (published_at, id, score) ${isPublic}`.execute(db)
  await sql`create index posts_public_by_score on posts (score, id) ${isPublic}`.execute(db)
  await sql`create index posts_public_by_kind on posts (kind, published_at, id, score) ${isPublic}`.execute(db)
  await sql`create index posts_public_by_member on posts (member_id, published_at, id) ${isPublic}`.execute(db)
  await sql`create index threads_by_last_comment on threads (subject_kind, last_comment_at, subject_id)
    where last_comment_at is not null`.execute(db)
  await db.schema
    .createIndex('comments_by_member_and_time')
    .on('comments')
    .columns(['member_id', 'created_at', 'id'])
    .execute()
}

/** A post's score is its net approval: kept by the database, whoever writes the totals. */
async function keepScoresOnSqlite(db: Kysely<unknown>) {
  const score = sql`when new.target_kind = 'post' and new.axis = 'approval' begin
    update posts set score = new.up - new.down where id = new.target_id;
  end`
  await sql`create trigger post_score_begun after insert on vote_totals ${score}`.execute(db)
  await sql`create trigger post_score_changed after update of up, down on vote_totals ${score}`.execute(db)
}

async function keepScoresOnPostgres(db: Kysely<unknown>) {
  await sql`create function keep_post_score() returns trigger language plpgsql as $$
    begin
      update posts set score = new.up - new.down where id = new.target_id and score <> new.up - new.down;
      return null;
    end $$`.execute(db)
  await sql`create trigger post_score after insert or update of up, down on vote_totals for each row
    when (new.target_kind = 'post' and new.axis = 'approval') execute function keep_post_score()`.execute(db)
}
