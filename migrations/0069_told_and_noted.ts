import { type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await told(db, isSqlite)
  // Who acted is null where it was no member: an account removed by the command.
  if (isSqlite) await withoutModerator(db)
  else await sql`alter table moderation_acts alter column moderator_id drop not null`.execute(db)
}

/** As 0060 has it, and what waits for moderators: flags and appeals. */
async function told(db: Kysely<unknown>, isSqlite: boolean) {
  const isTold = `new.subject_kind in ('post', 'comment', 'claim') and new.verb not like 'vote.%'
    and new.verb not like 'ballot.%' and new.verb not like 'handle.%' or new.verb = 'concept.edited'
    or new.verb like 'moderation.%' or new.verb in ('appeal.decided', 'appeal.asked', 'flag.raised')`
  await sql.raw(`drop trigger activity_is_pending${isSqlite ? '' : ' on activity'}`).execute(db)
  const deed = isSqlite
    ? `when ${isTold} begin insert into pending_deeds (activity_id, not_before) values (new.id, 0); end`
    : `for each row when (${isTold}) execute function queue_deed()`
  await sql.raw(`create trigger activity_is_pending after insert on activity ${deed}`).execute(db)
}

const columns = [
  ...['id', 'act', 'kind', 'thing_id', 'member_id', 'moderator_id', 'rule', 'rules_version', 'why', 'until'],
  ...['acted_at', 'counts'],
].join(', ')

/** SQLite cannot take a rule from a column: the table is made anew. Appeals name its rows, and stand aside meanwhile. */
async function withoutModerator(db: Kysely<unknown>) {
  const all = [
    'create table appeals_aside as select * from appeals',
    'delete from appeals',
    `create table moderation_acts_anew (id text primary key, act text not null, kind text not null,
      thing_id text not null, member_id text not null references members (id),
      moderator_id text references members (id), rule text not null, rules_version integer not null,
      why text not null, until bigint, acted_at bigint not null, counts text not null default '{}')`,
    `insert into moderation_acts_anew (${columns}) select ${columns} from moderation_acts`,
    'drop table moderation_acts',
    'alter table moderation_acts_anew rename to moderation_acts',
    'create index moderation_acts_by_time on moderation_acts (acted_at, id)',
    'create index moderation_acts_of_member on moderation_acts (member_id)',
    'create index moderation_acts_on on moderation_acts (kind, thing_id)',
    'insert into appeals select * from appeals_aside',
    'drop table appeals_aside',
  ]
  for (const statement of all) await sql.raw(statement).execute(db)
}
