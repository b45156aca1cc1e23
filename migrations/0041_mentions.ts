import { type Kysely, SqliteAdapter, sql } from 'kysely'
import { mostSearched } from '../db/search/most-searched.ts'

export async function up(db: Kysely<unknown>) {
  await search(db)
  await named(db)
  await mentioned(db)
  await told(db)
  await reviewed(db)
}

/** As 0035 has it, with concepts. */
async function search(db: Kysely<unknown>) {
  await sql`drop view search_sources`.execute(db)
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
    union all select 'framing', s.id, 0, null, s.member_id, s.created_at, s.name || ' · ' || s.also_called,
      s.definition || ' · ' || s.coined_by, s.name, null from framings s where s.built_in = 0 and s.merged_into is null
    union all select 'label', s.id, 0, null, s.member_id, s.created_at, s.name || ' · ' || s.also_called,
      s.definition || ' · ' || s.examples || ' · ' || s.counter_examples, s.name, null from labels s
      where s.merged_into is null
    union all select 'concept', s.id, 0, null, s.member_id, s.created_at, s.name || ' · ' || s.also_called,
      s.definition || ' · ' || s.fact_words, s.name, s.definition_html from concepts s where s.merged_into is null
    union all select 'member', m.id, 0, null, m.id, m.created_at, m.handle, m.bio, m.handle, null from members m
      where m.attributed_to is null`)
    .execute(db)
  await (db.getExecutor().adapter instanceof SqliteAdapter ? triggersOnSqlite(db) : triggerOnPostgres(db))
}

const columns = 'name, also_called, definition, definition_html, fact_words, merged_into, member_id'

async function triggersOnSqlite(db: Kysely<unknown>) {
  const number = (row: string) =>
    `(select number from search_entries where kind = 'concept' and id = ${row}.id and place = 0)`
  const entry = 'kind, id, place, role, member_id, created_at'
  const source = `from search_sources where kind = 'concept' and id = new.id`
  const put = `insert into search_entries (${entry}) select ${entry} ${source}
      on conflict (kind, id, place) do update set member_id = excluded.member_id;
    insert into search_index (rowid, title, body)
      select ${number('new')}, title, substr(body, 1, ${mostSearched}) ${source};`
  const gone = (row: string) => `delete from search_index where rowid = ${number(row)};`
  const leave = (row: string, unless = '') =>
    `delete from search_entries where kind = 'concept' and id = ${row}.id${unless};`
  const trigger = (name: string, when: string, body: string) =>
    sql.raw(`create trigger search_concepts_${name} after ${when} on concepts begin ${body} end`).execute(db)
  await trigger('added', 'insert', put)
  const unlessThere = ` and not exists (select 1 ${source})`
  await trigger('changed', `update of ${columns}`, gone('new') + leave('new', unlessThere) + put)
  await trigger('removed', 'delete', gone('old') + leave('old'))
}

async function triggerOnPostgres(db: Kysely<unknown>) {
  await sql`create function search_concepts() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' then perform search_refresh('concept', old.id, 0);
      else perform search_refresh('concept', new.id, 0); end if;
      return null;
    end $$`.execute(db)
  await sql
    .raw(`create trigger search_concepts after insert or delete or update of ${columns} on concepts
    for each row execute function search_concepts()`)
    .execute(db)
}

async function named(db: Kysely<unknown>) {
  // A view, one row: a key of a name that leads to a label, a framing of the whole site or a concept; of one that was merged, to what it was merged into.
  await sql`create view named_things as
    select 'label' as kind, coalesce(s.merged_into, s.id) as id, s.name_key as name_key from labels s
    union all select 'framing', coalesce(f.merged_into, f.id), n.name_key from framing_names n
      join framings f on f.id = n.framing_id
    union all select 'concept', coalesce(c.merged_into, c.id), n.name_key from concept_names n
      join concepts c on c.id = n.concept_id`.execute(db)
  // A view, one row: a claim or a post that everybody can read, by its very words.
  await sql`create view titled_things as
    select 'claim' as kind, s.id as id, s.statement as title, s.created_at as created_at from claims s
    union all select 'post', s.id, s.title, s.created_at from posts s
      where s.deleted_at is null and s.published_at is not null`.execute(db)
}

async function mentioned(db: Kysely<unknown>) {
  // A view, one row: a mention in a text that everybody can find and read.
  await sql`create view shown_mentions as select m.source_kind as source_kind, m.source_id as source_id,
      m.name_key as name_key, m.name as name, m.mentioned_at as mentioned_at from mentions m
    where case m.source_kind
      when 'post' then exists (select 1 from posts s
        where s.id = m.source_id and s.deleted_at is null and s.published_at is not null)
      when 'comment' then exists (select 1 from comments s where s.id = m.source_id and s.deleted_at is null
        and not exists (select 1 from posts p
          where s.subject_kind = 'post' and p.id = s.subject_id and p.published_at is null))
      when 'collection' then exists (select 1 from collections s where s.id = m.source_id and s.visibility = 'public')
      when 'concept' then exists (select 1 from concepts s where s.id = m.source_id and s.merged_into is null)
      when 'label' then exists (select 1 from labels s where s.id = m.source_id and s.merged_into is null)
      when 'framing' then exists (select 1 from framings s where s.id = m.source_id and s.merged_into is null)
      when 'relation' then exists (select 1 from relations s where s.id = m.source_id)
      else 1 = 1 end`.execute(db)
  // A view, one row: a thing whose texts may mention names: what it is called, what it says, and who wrote it.
  await sql`create view mentioning_texts as
    select 'post' as kind, s.id as id, s.member_id as member_id, s.title as title, s.body as text from posts s
    union all select 'comment', s.id, s.member_id, '', s.body from comments s
    union all select 'claim', s.id, s.member_id, s.statement, s.context from claims s
    union all select 'framing', s.id, s.member_id, s.name, s.definition from framings s
    union all select 'label', s.id, s.member_id, s.name,
      s.definition || '\n\n' || s.examples || '\n\n' || s.counter_examples from labels s
    union all select 'collection', s.id, s.member_id, s.title, s.description from collections s
    union all select 'concept', s.id, s.member_id, s.name, s.definition from concepts s
    union all select 'relation', s.id, s.member_id, '', s.why from relations s`.execute(db)
}

/** As 0015 has it, and of concepts that they were edited. */
async function told(db: Kysely<unknown>) {
  const isTold = `new.subject_kind in ('post', 'comment', 'claim') and new.verb not like 'vote.%'
    and new.verb not like 'ballot.%' and new.verb not like 'handle.%' or new.verb = 'concept.edited'`
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await sql.raw(`drop trigger activity_is_pending${isSqlite ? '' : ' on activity'}`).execute(db)
  const deed = isSqlite
    ? `when ${isTold} begin insert into pending_deeds (activity_id, not_before) values (new.id, 0); end`
    : `for each row when (${isTold}) execute function queue_deed()`
  await sql.raw(`create trigger activity_is_pending after insert on activity ${deed}`).execute(db)
}

async function reviewed(db: Kysely<unknown>) {
  // One row: a post of the kind review is about the work that goes by this key: a DOI, arXiv number, address, a concept's id or its name. What it leads to is asked when a paper's page is shown.
  await db.schema
    .createTable('reviewed_works')
    .addColumn('post_id', 'text', (c) => c.notNull().references('posts.id'))
    .addColumn('work_key', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('reviewed_works_pk', ['post_id', 'work_key'])
    .execute()
  await db.schema.createIndex('reviewed_works_by_key').on('reviewed_works').column('work_key').execute()
}
