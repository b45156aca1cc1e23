import { type Kysely, SqliteAdapter, sql } from 'kysely'
import { mostSearched } from '../db/search/most-searched.ts'
import { droppedMarks, foldedFrom, foldedTo, letterRanges, tokenizer } from '../db/search/unicode61.ts'

export async function up(db: Kysely<unknown>) {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await entries(db, isSqlite)
  await sources(db)
  await (isSqlite ? indexOnSqlite(db) : indexOnPostgres(db))
  await db.schema.createIndex('transcripts_by_model').on('transcripts').column('model').execute()
}

async function entries(db: Kysely<unknown>, isSqlite: boolean) {
  // One row: something that can be found, as long as everybody may read it. `place` is a turn's position, 0 for all else.
  // `number` is never used again, so that a list goes on without what came since it began.
  await db.schema
    .createTable('search_entries')
    .addColumn('number', isSqlite ? 'integer' : 'bigint', (c) =>
      isSqlite ? c.primaryKey().autoIncrement() : c.primaryKey().generatedAlwaysAsIdentity(),
    )
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('role', 'text')
    .addColumn('member_id', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('search_entries_of', ['kind', 'id', 'place'])
    .execute()
  const byTime = ['created_at', 'number']
  await db.schema.createIndex('search_entries_by_time').on('search_entries').columns(byTime).execute()
  const byMember = ['member_id', ...byTime]
  await db.schema.createIndex('search_entries_by_member').on('search_entries').columns(byMember).execute()
}

/** What can be found, read where it stands: the one place that says so, for the triggers, for rebuilding and for showing. `heading` is shown and not searched. */
async function sources(db: Kysely<unknown>) {
  await sql
    .raw(`create view search_sources as
    select 'post' as kind, s.id as id, 0 as place, null as role, s.member_id as member_id,
      coalesce(s.published_at, s.created_at) as created_at, s.title as title, s.body as body, s.title as heading, s.html as html from posts s
      where s.deleted_at is null and s.published_at is not null
    union all select 'comment', s.id, 0, null, s.member_id, s.created_at, '', s.body, '', s.html from comments s
      where s.deleted_at is null and not exists
        (select 1 from posts p where s.subject_kind = 'post' and p.id = s.subject_id and p.published_at is null)
    union all select 'turn', s.transcript_id, s.position, s.role, t.member_id, t.created_at, '', s.text, t.title, null
      from turns s join transcripts t on t.id = s.transcript_id
    union all select 'transcript', s.id, 0, null, s.member_id, s.created_at, s.title,
      coalesce(s.model, '') || ' · ' || coalesce(s.condition, '') || ' · ' || coalesce(s.source, ''), s.title, null
      from transcripts s
    union all select 'claim', s.id, 0, null, s.member_id, s.created_at, s.statement,
      s.context || ' · ' || s.asks || ' · ' || s.settled_by || ' · ' || s.differs, s.statement, null from claims s
    union all select 'framing', s.id, 0, null, s.member_id, s.created_at, s.name,
      s.definition || ' · ' || s.coined_by, s.name, null from framings s where s.built_in = 0
    union all select 'label', s.id, 0, null, s.member_id, s.created_at, s.name,
      s.definition || ' · ' || s.examples || ' · ' || s.counter_examples, s.name, null from labels s
    union all select 'member', m.id, 0, null, m.id, m.created_at, m.handle, m.bio, m.handle, null from members m
      where m.attributed_to is null`)
    .execute(db)
}

/** The tables that sources are read from: which thing a row of it is, and which columns matter. */
const watched: [table: string, kind: string, id: string, place: string, columns: string][] = [
  ['posts', 'post', 'id', '0', 'title, body, html, created_at, published_at, deleted_at, member_id'],
  ['comments', 'comment', 'id', '0', 'body, html, deleted_at, member_id'],
  ['turns', 'turn', 'transcript_id', 'position', 'text, role'],
  ['transcripts', 'transcript', 'id', '0', 'title, model, condition, source, member_id'],
  ['claims', 'claim', 'id', '0', 'statement, context, asks, settled_by, differs, member_id'],
  ['framings', 'framing', 'id', '0', 'name, definition, coined_by, built_in, member_id'],
  ['labels', 'label', 'id', '0', 'name, definition, examples, counter_examples, member_id'],
  ['members', 'member', 'id', '0', 'handle, bio, attributed_to'],
]

const entryColumns = 'kind, id, place, role, member_id, created_at'

async function indexOnSqlite(db: Kysely<unknown>) {
  // One row: the words of an entry, under its number; the text itself is not kept a second time.
  await sql
    .raw(`create virtual table search_index using fts5(title, body, content = '', contentless_delete = 1,
      tokenize = '${tokenizer}')`)
    .execute(db)
  for (const [table, kind, id, place, columns] of watched) {
    const isOf = (row: string) =>
      `kind = '${kind}' and id = ${row}.${id} and place = ${place === '0' ? 0 : `${row}.${place}`}`
    const number = (row: string) => `(select number from search_entries where ${isOf(row)})`
    const drop = `delete from search_index where rowid = ${number('old')};
      delete from search_entries where ${isOf('old')}`
    const put = `insert into search_entries (${entryColumns})
        select ${entryColumns} from search_sources where ${isOf('new')}
        on conflict (kind, id, place) do update set role = excluded.role, member_id = excluded.member_id,
          created_at = excluded.created_at;
      insert into search_index (rowid, title, body)
        select ${number('new')}, title, substr(body, 1, ${mostSearched}) from search_sources where ${isOf('new')};`
    const gone = `delete from search_index where rowid = ${number('old')};
      delete from search_entries where ${isOf('old')} and not exists (select 1 from search_sources where ${isOf('new')});`
    const trigger = (name: string, when: string, body: string) =>
      sql.raw(`create trigger search_${table}_${name} after ${when} on ${table} begin ${body} end`).execute(db)
    await trigger('added', 'insert', put)
    await trigger('changed', `update of ${columns}`, gone + put)
    await trigger('removed', 'delete', `${drop};`)
  }
  const ofPost = `kind = 'comment' and id in (select id from comments where subject_kind = 'post' and subject_id = new.id)`
  await sql
    .raw(`create trigger search_comments_of_post after update of published_at on posts
      when (old.published_at is null) <> (new.published_at is null) begin
      delete from search_index where rowid in (select number from search_entries where ${ofPost});
      delete from search_entries where ${ofPost};
      insert into search_entries (${entryColumns}) select ${entryColumns} from search_sources where ${ofPost};
      insert into search_index (rowid, title, body)
        select (select number from search_entries e where e.kind = 'comment' and e.id = s.id), title,
          substr(body, 1, ${mostSearched}) from search_sources s where ${ofPost};
    end`)
    .execute(db)
  await sql.raw(`insert into search_entries (${entryColumns}) select ${entryColumns} from search_sources`).execute(db)
  await sql
    .raw(`insert into search_index (rowid, title, body)
    select e.number, s.title, substr(s.body, 1, ${mostSearched}) from search_entries e
      join search_sources s on s.kind = e.kind and s.id = e.id and s.place = e.place`)
    .execute(db)
}

async function indexOnPostgres(db: Kysely<unknown>) {
  await foldOnPostgres(db)
  // One row: the words of an entry, as SQLite's index sees them. `words` holds them in their order, for phrases, which
  // `vector` cannot hold of long texts: it finds the texts that have the words, of each its first 60 letters.
  await db.schema
    .createTable('search_index')
    .addColumn('number', 'bigint', (c) => c.primaryKey().references('search_entries.number').onDelete('cascade'))
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('vector', sql`tsvector`, (c) => c.notNull())
    .execute()
  await db.schema.createIndex('search_index_by_word').on('search_index').using('gin').column('vector').execute()
  await sql
    .raw(`create function search_refresh(a_kind text, an_id text, a_place integer) returns void language plpgsql as $$
    declare source record; title_words text; body_words text; of_entry bigint;
    begin
      select * into source from search_sources where kind = a_kind and id = an_id and place = a_place;
      if not found then
        delete from search_entries where kind = a_kind and id = an_id and place = a_place;
        return;
      end if;
      insert into search_entries (${entryColumns}) values (a_kind, an_id, a_place, source.role, source.member_id, source.created_at)
        on conflict (kind, id, place) do update set role = excluded.role, member_id = excluded.member_id,
          created_at = excluded.created_at returning number into of_entry;
      title_words := search_fold(source.title);
      body_words := search_fold(substr(source.body, 1, ${mostSearched}));
      insert into search_index values (of_entry, ' ' || title_words || ' . ' || body_words || ' ',
          setweight(search_vector(title_words), 'A') || search_vector(body_words))
        on conflict (number) do update set words = excluded.words, vector = excluded.vector;
    end $$`)
    .execute(db)
  for (const [table, kind, id, place, columns] of watched) {
    const refresh = (row: string) =>
      `perform search_refresh('${kind}', ${row}.${id}, ${place === '0' ? 0 : `${row}.${place}`})`
    await sql
      .raw(`create function search_${table}() returns trigger language plpgsql as $$ begin
        if tg_op = 'DELETE' then ${refresh('old')}; else ${refresh('new')}; end if;
        return null;
      end $$`)
      .execute(db)
    await sql
      .raw(`create trigger search_${table} after insert or delete or update of ${columns} on ${table}
      for each row execute function search_${table}()`)
      .execute(db)
  }
  await sql`create function search_comments_of_post() returns trigger language plpgsql as $$ begin
      perform search_refresh('comment', c.id, 0) from comments c where c.subject_kind = 'post' and c.subject_id = new.id;
      return null;
    end $$`.execute(db)
  await sql`create trigger search_comments_of_post after update of published_at on posts for each row
    when ((old.published_at is null) <> (new.published_at is null)) execute function search_comments_of_post()`.execute(
    db,
  )
  await sql`select search_refresh(kind, id, place) from search_sources`.execute(db)
}

/** The words of a text, folded as SQLite folds them, with a space between; and of such words the vector, each in its place. */
async function foldOnPostgres(db: Kysely<unknown>) {
  const letters = classOf(letterRanges)
  const folding = classOf([...foldedFrom].map((letter) => [letter.codePointAt(0) ?? 0, letter.codePointAt(0) ?? 0]))
  await sql
    .raw(`create function search_fold(given text) returns text language plpgsql immutable parallel safe as $$
    declare kept text := lower(given collate "C"); found text;
    begin
      if octet_length(kept) > char_length(kept) then
        kept := regexp_replace(kept, '[${classOf(droppedMarks)}]+', '', 'g');
        found := regexp_replace(kept, '[^${folding}]+', '', 'g');
        if found <> '' then
          found := (select string_agg(distinct letter, '') from regexp_split_to_table(found, '') letter);
          kept := translate(kept, found, translate(found, '${foldedFrom}', '${foldedTo}'));
        end if;
        kept := regexp_replace(kept, '[^${letters}]+', ' ', 'g');
      else
        kept := regexp_replace(kept, '[^a-z0-9]+', ' ', 'g');
      end if;
      return btrim(kept, ' ');
    end $$`)
    .execute(db)
  await sql
    .raw(`create function search_vector(words text) returns tsvector language sql immutable parallel safe as $$
    select coalesce(string_agg('''' || left(word, 60) || ''':' || least(place, 16383), ' '), '')::tsvector
      from unnest(string_to_array(words, ' ')) with ordinality as each(word, place) where word <> '' $$`)
    .execute(db)
}

function classOf(ranges: [first: number, last: number][]): string {
  return ranges.map(([first, last]) => `${String.fromCodePoint(first)}-${String.fromCodePoint(last)}`).join('')
}
