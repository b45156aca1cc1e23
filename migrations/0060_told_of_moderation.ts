import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** As 0041 has it, and what moderators did to what is a member's, with what came of appeals. */
export async function up(db: Kysely<unknown>) {
  const isTold = `new.subject_kind in ('post', 'comment', 'claim') and new.verb not like 'vote.%'
    and new.verb not like 'ballot.%' and new.verb not like 'handle.%' or new.verb = 'concept.edited'
    or new.verb like 'moderation.%' or new.verb = 'appeal.decided'`
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await sql.raw(`drop trigger activity_is_pending${isSqlite ? '' : ' on activity'}`).execute(db)
  const deed = isSqlite
    ? `when ${isTold} begin insert into pending_deeds (activity_id, not_before) values (new.id, 0); end`
    : `for each row when (${isTold}) execute function queue_deed()`
  await sql.raw(`create trigger activity_is_pending after insert on activity ${deed}`).execute(db)
}
