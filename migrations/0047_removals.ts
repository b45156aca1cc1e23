import { type Kysely, SqliteAdapter, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  // Set on a member whose account was removed: what is left of them goes by a handle that says nothing.
  await db.schema.alterTable('members').addColumn('removed_at', 'bigint').execute()

  // One row: a handle that somebody who left went by, as its SHA-256, so that nobody takes it; whose it was is not kept.
  await db.schema
    .createTable('retired_handles')
    .addColumn('handle_hash', 'text', (c) => c.primaryKey())
    .execute()

  // One row: an account that was removed. `names`: by which copies are still looked for, forgotten at the end.
  // `swept_at`: when all that goes with it was taken away; `done_at`: when that was so once more, after all requests
  // that were under way had ended.
  await db.schema
    .createTable('removals')
    .addColumn('member_id', 'text', (c) => c.primaryKey().references('members.id'))
    .addColumn('texts', 'text', (c) => c.notNull())
    .addColumn('names', 'text')
    .addColumn('asked_at', 'bigint', (c) => c.notNull())
    .addColumn('swept_at', 'bigint')
    .addColumn('done_at', 'bigint')
    .execute()
  await db.schema.createIndex('removals_by_end').on('removals').column('done_at').execute()
  await hideFromSearch(db)
  for (const [table, column] of byMember) await index(db, table, column)
}

/** What a removal, and a member who asks for what is kept of them, look for by the member. */
const byMember = [
  ['activity', 'member_id'],
  ['ballot_history', 'member_id'],
  ['handle_vote_history', 'member_id'],
  ['label_vote_history', 'member_id'],
  ['labellings', 'placed_by'],
  ['notifications', 'actor_id'],
] as const

async function index(db: Kysely<unknown>, table: string, column: string) {
  await db.schema.createIndex(`${table}_of_${column}`).ifNotExists().on(table).column(column).execute()
}

/** Takes the view as it stands, whichever migration wrote it last. */
async function hideFromSearch(db: Kysely<unknown>) {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const { rows } = await (isSqlite
    ? sql<{ text: string }>`select sql as text from sqlite_master where name = 'search_sources'`.execute(db)
    : sql<{ text: string }>`select pg_get_viewdef('search_sources'::regclass) as text`.execute(db))
  const text = rows[0]?.text.replace(/m\.attributed_to is null/i, 'm.attributed_to is null and m.removed_at is null')
  if (!text?.includes('removed_at')) throw new Error('the view search_sources names no members')
  if (!isSqlite) return void (await sql.raw(`create or replace view search_sources as ${text}`).execute(db))
  await sql`drop view search_sources`.execute(db)
  await sql.raw(text).execute(db)
}
