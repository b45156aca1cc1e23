import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** PostgreSQL plans what keeps the search index anew for each row, though one plan finds the same for all: it took longer than all else that a write does. */
export async function up(db: Kysely<unknown>) {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return
  await sql`alter function search_refresh set plan_cache_mode = 'force_generic_plan'`.execute(db)
}
