import { type Kysely, PostgresAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // Where a member reads mail, as they typed it; nobody has confirmed it.
  await db.schema.alterTable('members').addColumn('email', 'text').execute()
  await outbox(db)
  await notifications(db)
  await wishes(db)
  await pendingDeeds(db)
}

async function outbox(db: Kysely<unknown>) {
  // One row: a mail to one address. `state`: waiting, sent, failed, or kept where no SMTP server was named; `next_at` is when it may be tried, and while it is being sent, when others may.
  await db.schema
    .createTable('outbox')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('recipient', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('html', 'text', (c) => c.notNull())
    .addColumn('headers', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .addColumn('sent_at', 'bigint')
    .addColumn('error', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('outbox_by_turn').on('outbox').columns(['state', 'next_at', 'id']).execute()
}

async function notifications(db: Kysely<unknown>) {
  // One row: a member wants to be told when something new comes to a thing, or from a member.
  await db.schema
    .createTable('follows')
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('follows_pk', ['member_id', 'subject_kind', 'subject_id'])
    .execute()
  await db.schema.createIndex('follows_by_subject').on('follows').columns(['subject_kind', 'subject_id']).execute()

  // One row: a member is told of one thing that another wrote, for the strongest reason there is; the key keeps it at one. The subject is what it was written under.
  await db.schema
    .createTable('notifications')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('source_kind', 'text', (c) => c.notNull())
    .addColumn('source_id', 'text', (c) => c.notNull())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('on_site', 'smallint', (c) => c.notNull())
    .addColumn('by_mail', 'smallint', (c) => c.notNull())
    .addColumn('is_read', 'smallint', (c) => c.notNull())
    .addColumn('is_mailed', 'smallint', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('notifications_once', [
      ...(['member_id', 'source_kind', 'source_id', 'subject_kind', 'subject_id'] as const),
    ])
    .execute()
  await db.schema
    .createIndex('notifications_by_member')
    .on('notifications')
    .columns(['member_id', 'is_read', 'created_at desc', 'id desc'])
    .execute()
}

async function wishes(db: Kysely<unknown>) {
  // One row: where a member wants to be told of one kind of thing; without a row, on the site and by mail.
  await db.schema
    .createTable('notification_settings')
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('on_site', 'smallint', (c) => c.notNull())
    .addColumn('by_mail', 'smallint', (c) => c.notNull())
    .addPrimaryKeyConstraint('notification_settings_pk', ['member_id', 'kind'])
    .execute()

  // One row: how often a member gets a digest by mail, and when the next is due.
  await db.schema
    .createTable('digests')
    .addColumn('member_id', 'text', (c) => c.primaryKey().references('members.id'))
    .addColumn('frequency', 'text', (c) => c.notNull())
    .addColumn('next_at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('digests_by_turn').on('digests').columns(['frequency', 'next_at']).execute()

  // One row: a mail holds the secret with this SHA-256, and whoever holds it may stop the member's digests.
  await db.schema
    .createTable('unsubscribe_tokens')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
}

// Votes and ballots are many, and nobody is told of them.
const tellable = sql.raw(`new.subject_kind in ('post', 'comment', 'claim')
  and new.verb not like 'vote.%' and new.verb not like 'ballot.%' and new.verb not like 'handle.%'`)

async function pendingDeeds(db: Kysely<unknown>) {
  // One row: a deed of which nobody has been told yet; not to be tried before `not_before`. Rows come by a trigger: a queue cannot be missed by what commits late, as a highest id would be.
  await db.schema
    .createTable('pending_deeds')
    .addColumn('activity_id', 'text', (c) => c.primaryKey().references('activity.id'))
    .addColumn('not_before', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('pending_deeds_by_turn')
    .on('pending_deeds')
    .columns(['not_before', 'activity_id'])
    .execute()
  if (db.getExecutor().adapter instanceof PostgresAdapter) await postgresTrigger(db)
  else await sqliteTrigger(db)
}

async function postgresTrigger(db: Kysely<unknown>) {
  await sql`create function queue_deed() returns trigger language plpgsql as $$
    begin insert into pending_deeds (activity_id, not_before) values (new.id, 0); return null; end $$`.execute(db)
  await sql`create trigger activity_is_pending after insert on activity for each row
    when (${tellable}) execute function queue_deed()`.execute(db)
}

async function sqliteTrigger(db: Kysely<unknown>) {
  await sql`create trigger activity_is_pending after insert on activity when ${tellable}
    begin insert into pending_deeds (activity_id, not_before) values (new.id, 0); end`.execute(db)
}
