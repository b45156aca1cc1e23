import { type Kysely, SqliteAdapter, sql } from 'kysely'
import { tokenizer } from '../db/search/unicode61.ts'

/** Of an excerpt the words up to here can be found by name. */
const mostOfExcerpt = 1000

/** What lets names be found by how they begin, without reading the words of all that is written. */
export async function up(db: Kysely<unknown>) {
  if (db.getExecutor().adapter instanceof SqliteAdapter) return excerptsOnSqlite(db)
  // Ranges follow the bytes in this collation, whatever the database's own is.
  await sql`create index members_by_handle on members (handle_key collate "C")`.execute(db)
  await sql`create index search_index_by_title on search_index using gin (ts_filter(vector, '{a}'))`.execute(db)
  await sql
    .raw(`create index excerpts_by_word on excerpts
      using gin (search_vector(search_fold(substr(exact, 1, ${mostOfExcerpt}))))`)
    .execute(db)
}

async function excerptsOnSqlite(db: Kysely<unknown>) {
  // One row: the words of an excerpt. Excerpts never change, so that nothing needs to be taken out.
  await sql
    .raw(`create virtual table excerpt_index using fts5(words, id unindexed, tokenize = '${tokenizer}')`)
    .execute(db)
  const columns = `insert into excerpt_index (words, id) `
  await sql
    .raw(`create trigger excerpt_indexed after insert on excerpts when new.exact <> '' begin
      ${columns} values (substr(new.exact, 1, ${mostOfExcerpt}), new.id); end`)
    .execute(db)
  await sql
    .raw(
      `${columns} select substr(exact, 1, ${mostOfExcerpt}), id from excerpts where exact <> '' order by created_at, id`,
    )
    .execute(db)
}
