import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely'
import { mostSearched } from '../db/search/most-searched.ts'

export async function up(db: Kysely<unknown>) {
  await wordings(db)
  await names(db)
  await versionsOfHandleVotes(db)
  await earlierVotes(db)
  await search(db)
}

async function wordings(db: Kysely<unknown>) {
  // `meaning`: the version since which the words mean what they mean now; votes cast on earlier ones are set apart.
  for (const table of ['claims', 'standpoints', 'framings'])
    await db.schema
      .alterTable(table)
      .addColumn('meaning', 'integer', (c) => c.notNull().defaultTo(1))
      .execute()

  // One row: what a claim, standpoint or framing (`kind`, `id`) said from a version on, as JSON by field. `change`: first, same (other words, one meaning) or changed. `ruled_by`: the moderator who said that it changed the meaning, and why. What was never edited has none.
  await db.schema
    .createTable('wordings')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('change', 'text', (c) => c.notNull())
    .addColumn('words', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('ruled_by', 'text', (c) => c.references('members.id'))
    .addColumn('ruled_why', 'text')
    .addColumn('ruled_at', 'bigint')
    .addPrimaryKeyConstraint('wordings_pk', ['kind', 'id', 'version'])
    .execute()
}

async function names(db: Kysely<unknown>) {
  // `merged_into`: the framing that this one leads to since, and who merged it, when and why. `also_called`: its other names, for search.
  const framings = () => db.schema.alterTable('framings')
  for (const [column, table] of [
    ['merged_into', 'framings'],
    ['merged_by', 'members'],
  ] as const)
    await framings()
      .addColumn(column, 'text', (c) => c.references(`${table}.id`))
      .execute()
  await framings().addColumn('merged_at', 'bigint').execute()
  await framings().addColumn('merged_why', 'text').execute()
  await framings()
    .addColumn('also_called', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await db.schema.createIndex('framings_merged').on('framings').column('merged_into').execute()

  // One row: a name by which a framing of the whole site is found: its own, one it had, or an alias; no two framings share one.
  await db.schema
    .createTable('framing_names')
    .addColumn('name_key', 'text', (c) => c.primaryKey())
    .addColumn('framing_id', 'text', (c) => c.notNull().references('framings.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await sql`insert into framing_names (name_key, framing_id, name, member_id, created_at)
    select name_key, id, name, member_id, created_at from framings where claim_id is null`.execute(db)
  await db.schema.createIndex('framing_names_by_framing').on('framing_names').column('framing_id').execute()
}

const versions = ['claim_version', 'framing_version', 'standpoint_version']

async function versionsOfHandleVotes(db: Kysely<unknown>) {
  // Nothing was edited before this migration: every vote was cast on the first words. `framing_version` 0: none of these.
  for (const column of versions)
    await db.schema
      .alterTable('handle_votes')
      .addColumn(column, 'integer', (c) => c.notNull().defaultTo(1))
      .execute()
  await sql`update handle_votes set framing_version = 0 where framing_id is null`.execute(db)
  await db.schema.createIndex('handle_votes_by_framing').on('handle_votes').column('framing_id').execute()
  // `set_apart`: the vote was not taken back by its member; its words mean something else since.
  for (const table of ['ballot_history', 'handle_vote_history'])
    await db.schema
      .alterTable(table)
      .addColumn('set_apart', 'smallint', (c) => c.notNull().defaultTo(0))
      .execute()
}

async function earlierVotes(db: Kysely<unknown>) {
  // One row: a ballot that was cast on words with another meaning (or on a framing merged into this one: `of_framing_id`), until its member confirms it, casts anew or takes it back.
  const ballots = db.schema
    .createTable('earlier_ballots')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('standpoint_id', 'text', (c) => c.notNull().references('standpoints.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull().references('framings.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('moved_by_kind', 'text')
    .addColumn('moved_by_id', 'text')
  await apart(ballots)
    .addPrimaryKeyConstraint('earlier_ballots_pk', ['standpoint_id', 'framing_id', 'member_id'])
    .execute()

  // One row: the same of a handle vote; framing_id null: none of these.
  const handles = db.schema
    .createTable('earlier_handle_votes')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('standpoint_id', 'text', (c) => c.notNull().references('standpoints.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('framing_id', 'text', (c) => c.references('framings.id'))
  await apart(handles).addPrimaryKeyConstraint('earlier_handle_votes_pk', ['standpoint_id', 'member_id']).execute()
  for (const table of ['earlier_ballots', 'earlier_handle_votes']) {
    await db.schema.createIndex(`${table}_by_member`).on(table).columns(['member_id', 'claim_id']).execute()
    await db.schema.createIndex(`${table}_by_claim`).on(table).column('claim_id').execute()
    await db.schema.createIndex(`${table}_by_framing`).on(table).column('framing_id').execute()
  }

  // One row: as in `tallies`, of what was set apart.
  let tallies: Table = db.schema
    .createTable('earlier_tallies')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('standpoint_id', 'text', (c) => c.notNull().references('standpoints.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull())
  for (const counter of ['fits', 'partly', 'misfits', 'unsure', 'handles'])
    tallies = tallies.addColumn(counter, 'integer', (c) => c.notNull())
  await tallies.addPrimaryKeyConstraint('earlier_tallies_pk', ['standpoint_id', 'framing_id', 'claim_id']).execute()
  await db.schema.createIndex('earlier_tallies_by_claim').on('earlier_tallies').column('claim_id').execute()
}

type Table = CreateTableBuilder<string, string>

/** The words that a vote was cast on, and when it was set apart. */
function apart(table: Table): Table {
  let more = table
  for (const column of versions) more = more.addColumn(column, 'integer', (c) => c.notNull())
  return more
    .addColumn('cast_at', 'bigint', (c) => c.notNull())
    .addColumn('of_framing_id', 'text', (c) => c.references('framings.id'))
    .addColumn('set_apart_at', 'bigint', (c) => c.notNull())
}

/** As 0027 has it, but for framings: one that was merged is no source, and other names find a framing. */
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
    union all select 'member', m.id, 0, null, m.id, m.created_at, m.handle, m.bio, m.handle, null from members m
      where m.attributed_to is null`)
    .execute(db)
  if (db.getExecutor().adapter instanceof SqliteAdapter) return triggerOnSqlite(db)
  await sql`create trigger search_framings_merged after update of merged_into, also_called on framings
    for each row execute function search_framings()`.execute(db)
}

async function triggerOnSqlite(db: Kysely<unknown>) {
  const number = `(select number from search_entries where kind = 'framing' and id = new.id and place = 0)`
  const columns = 'kind, id, place, role, member_id, created_at'
  const source = `from search_sources where kind = 'framing' and id = new.id`
  await sql
    .raw(`create trigger search_framings_merged after update of merged_into, also_called on framings begin
      delete from search_index where rowid = ${number};
      delete from search_entries where kind = 'framing' and id = new.id and not exists (select 1 ${source});
      insert into search_entries (${columns}) select ${columns} ${source} on conflict (kind, id, place) do nothing;
      insert into search_index (rowid, title, body) select ${number}, title, substr(body, 1, ${mostSearched}) ${source};
    end`)
    .execute(db)
}
