import { type Kysely, SqliteAdapter, sql } from 'kysely'
import { nextNumber } from '../db/search/entry-number.ts'
import { mostSearched } from '../db/search/most-searched.ts'

/** To say of what kind thousands of entries are took as long as to find them in the index: their numbers say it now. PostgreSQL reads entries either way. */
export async function up(db: Kysely<unknown>) {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
  await triggers(db)
  await entries(db)
}

const insertion = /insert into search_entries \(kind([^)]*)\)\s+select kind/g

async function triggers(db: Kysely<unknown>) {
  const { rows } = await sql<{ name: string; text: string }>`select name, sql as text from sqlite_master
    where type = 'trigger' and sql like '%insert into search_entries%'`.execute(db)
  for (const { name, text } of rows) {
    const numbered = text.replace(insertion, `insert into search_entries (number, kind$1) select ${nextNumber}, kind`)
    if (numbered === text) throw new Error(`the trigger ${name} makes no entries`)
    await sql`drop trigger ${sql.ref(name)}`.execute(db)
    await sql.raw(numbered).execute(db)
  }
}

async function entries(db: Kysely<unknown>) {
  const columns = 'kind, id, place, role, member_id, created_at'
  await sql`insert into search_index (search_index) values ('delete-all')`.execute(db)
  await sql`delete from search_entries`.execute(db)
  await sql
    .raw(`insert into search_entries (number, ${columns}) select ${nextNumber}, ${columns} from search_sources`)
    .execute(db)
  await sql`insert into search_index (rowid, title, body)
    select e.number, s.title, substr(s.body, 1, ${sql.lit(mostSearched)}) from search_entries e
      join search_sources s on s.kind = e.kind and s.id = e.id and s.place = e.place`.execute(db)
}
