import { type Kysely, SqliteAdapter, sql } from 'kysely'
import { mostSearched } from '../db/search/most-searched.ts'

export async function up(db: Kysely<unknown>) {
  await merging(db)
  await rulings(db)
  await search(db)
}

async function merging(db: Kysely<unknown>) {
  // `merged_into` is where a merge leads in the end; `merged_next` the label that it was merged into itself, so that a merge can be taken back. `also_called`: the names of what was merged into this, for search.
  const labels = () => db.schema.alterTable('labels')
  await labels()
    .addColumn('merged_next', 'text', (c) => c.references('labels.id'))
    .execute()
  await labels()
    .addColumn('also_called', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('labels_merged').on('labels').column('merged_into').execute()
  // Where a merge put this: a copy of what the merged label has, until somebody says it of this label themselves.
  for (const table of ['labellings', 'label_votes', 'machine_labellings'])
    await db.schema
      .alterTable(table)
      .addColumn('merged_from', 'text', (c) => c.references('labels.id'))
      .execute()
}

async function rulings(db: Kysely<unknown>) {
  // One row: a moderator decided something about a label, and why. `kind`: merged or parted (`other_id`: what it was merged into), retired, returned, changed (`version`: the edit that means something else).
  await db.schema
    .createTable('label_rulings')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('label_id', 'text', (c) => c.notNull().references('labels.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('other_id', 'text', (c) => c.references('labels.id'))
    .addColumn('version', 'integer')
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('label_rulings_on').on('label_rulings').columns(['label_id', 'at']).execute()
  await db.schema.createIndex('label_rulings_other').on('label_rulings').column('other_id').execute()
}

/** As 0016 has it, but for labels: one that was merged is no source, and its name finds the one that it was merged into. */
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
    union all select 'framing', s.id, 0, null, s.member_id, s.created_at, s.name,
      s.definition || ' · ' || s.coined_by, s.name, null from framings s where s.built_in = 0
    union all select 'label', s.id, 0, null, s.member_id, s.created_at, s.name || ' · ' || s.also_called,
      s.definition || ' · ' || s.examples || ' · ' || s.counter_examples, s.name, null from labels s
      where s.merged_into is null
    union all select 'member', m.id, 0, null, m.id, m.created_at, m.handle, m.bio, m.handle, null from members m
      where m.attributed_to is null`)
    .execute(db)
  if (db.getExecutor().adapter instanceof SqliteAdapter) return triggerOnSqlite(db)
  await sql`create trigger search_labels_merged after update of merged_into, also_called on labels
    for each row execute function search_labels()`.execute(db)
}

async function triggerOnSqlite(db: Kysely<unknown>) {
  const number = `(select number from search_entries where kind = 'label' and id = new.id and place = 0)`
  const columns = 'kind, id, place, role, member_id, created_at'
  const source = `from search_sources where kind = 'label' and id = new.id`
  await sql
    .raw(`create trigger search_labels_merged after update of merged_into, also_called on labels begin
      delete from search_index where rowid = ${number};
      delete from search_entries where kind = 'label' and id = new.id and not exists (select 1 ${source});
      insert into search_entries (${columns}) select ${columns} ${source} on conflict (kind, id, place) do nothing;
      insert into search_index (rowid, title, body) select ${number}, title, substr(body, 1, ${mostSearched}) ${source};
    end`)
    .execute(db)
}
