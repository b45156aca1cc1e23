import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await deleters(db)
  await visits(db)
}

/** An author may restore what they deleted themselves, not what a moderator did. */
async function deleters(db: Kysely<unknown>) {
  await db.schema
    .alterTable('comments')
    .addColumn('deleted_by', 'text', (c) => c.references('members.id'))
    .execute()
  await sql`update comments set deleted_by = (
    select member_id from activity
    where subject_kind = 'comment' and subject_id = comments.id and verb = 'comment.deleted'
    order by at desc limit 1
  ) where deleted_at is not null`.execute(db)
}

async function visits(db: Kysely<unknown>) {
  // One row: when a member was last in the thread under a subject, and when the visit before this one ended: what came after that is new to them.
  await db.schema
    .createTable('visits')
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('last_at', 'bigint', (c) => c.notNull())
    .addColumn('before_at', 'bigint')
    .addPrimaryKeyConstraint('visits_pk', ['member_id', 'subject_kind', 'subject_id'])
    .execute()
}
