import { type Kysely, SqliteAdapter, sql } from 'kysely'

/** Of an excerpt the words up to here can be found by name. */
const mostOfExcerpt = 1000

export async function up(db: Kysely<unknown>) {
  // One row: a thing in which somebody had written the masked words themselves, when they were masked; they still stand there.
  await db.schema
    .createTable('redaction_copies')
    .addColumn('redaction_id', 'text', (c) => c.notNull().references('redactions.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('redaction_copies_pk', ['redaction_id', 'kind', 'id'])
    .execute()
  if (db.getExecutor().adapter instanceof SqliteAdapter) await followMaskedWords(db)
}

/** Since words can be masked, excerpts do change: what finds them by name follows. PostgreSQL's index does so by itself. */
async function followMaskedWords(db: Kysely<unknown>) {
  // One row: the number that an excerpt's words go by in excerpt_index.
  await db.schema
    .createTable('excerpt_entries')
    .addColumn('number', 'integer', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .execute()
  await sql`insert into excerpt_entries (number, id) select rowid, id from excerpt_index`.execute(db)
  await sql`drop trigger excerpt_indexed`.execute(db)
  const number = '(select number from excerpt_entries where id = new.id)'
  const put = `insert into excerpt_index (rowid, words, id) values (${number}, substr(new.exact, 1, ${mostOfExcerpt}), new.id);`
  await sql
    .raw(`create trigger excerpt_indexed after insert on excerpts when new.exact <> '' begin
      insert into excerpt_entries (id) values (new.id); ${put} end`)
    .execute(db)
  await sql
    .raw(`create trigger excerpt_masked after update of exact on excerpts when new.exact <> old.exact begin
      delete from excerpt_index where rowid = ${number}; ${put} end`)
    .execute(db)
}
