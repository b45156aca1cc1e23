import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from 'kysely'

/** Patterns grow in number with those who vote; what a tally needs of them does not. */
export async function up(db: Kysely<unknown>) {
  await pairs(db)
  await everywhere(db)
  for (const [from, pairsInto, everywhereInto, day] of [
    ['ballot_patterns', 'verdict_pairs', 'everywhere_tallies', []],
    ['pattern_days', 'pair_days', 'everywhere_days', ['day']],
  ] as const) {
    await countPairs(db, from, pairsInto, day)
    await countEverywhere(db, from, everywhereInto, day)
    await db.schema.dropTable(from).execute()
  }
}

type Key = [string, ...string[]]

async function pairs(db: Kysely<unknown>) {
  const table = (name: string) =>
    ofClaim(db.schema.createTable(name))
      .addColumn('place', 'smallint', (c) => c.notNull())
      .addColumn('other_place', 'smallint', (c) => c.notNull())
      .addColumn('verdict', 'text', (c) => c.notNull())
      .addColumn('other_verdict', 'text', (c) => c.notNull())
      .addColumn('members', 'integer', (c) => c.notNull())
  const key: Key = ['claim_id', 'place', 'other_place', 'framing_id', 'verdict', 'other_verdict']
  // One row: so many members judge a framing of a claim so from one standpoint and so from another: the first with each other, and the second with the third. A place is a standpoint's position.
  await table('verdict_pairs')
    .addPrimaryKeyConstraint('verdict_pairs_pk', key as never)
    .execute()
  // One row: by how much that changed in a UTC day (days since 1970).
  await table('pair_days')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pair_days_pk', [...key, 'day'] as never)
    .execute()
}

async function everywhere(db: Kysely<unknown>) {
  const table = (name: string) =>
    ofClaim(db.schema.createTable(name))
      .addColumn('standpoints', 'smallint', (c) => c.notNull())
      .addColumn('standpoint_id', 'text', (c) => c.notNull().references('standpoints.id'))
      .addColumn('fits', 'integer', (c) => c.notNull())
      .addColumn('partly', 'integer', (c) => c.notNull())
      .addColumn('misfits', 'integer', (c) => c.notNull())
  const key: Key = ['claim_id', 'standpoints', 'framing_id', 'standpoint_id']
  // One row: how the members who judge a framing of a claim from just its first so many standpoints judge it from one of them.
  await table('everywhere_tallies')
    .addPrimaryKeyConstraint('everywhere_tallies_pk', key as never)
    .execute()
  // One row: by how much that changed in a UTC day.
  await table('everywhere_days')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('everywhere_days_pk', [...key, 'day'] as never)
    .execute()
}

const ofClaim = (table: CreateTableBuilder<string>) =>
  table
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull().references('framings.id'))

const codeAt = (standpoint: string) => sql.raw(`((patterns.pattern >> (2 * ${standpoint}.position)) & 3)`)
const verdictAt = (standpoint: string) =>
  sql`case ${codeAt(standpoint)} when 1 then 'fits' when 2 then 'partly' else 'misfits' end`
const named = (columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => sql.ref(column)))

async function countPairs(db: Kysely<unknown>, from: string, into: string, day: readonly string[]) {
  const key = ['claim_id', 'framing_id', 'place', 'other_place', 'verdict', 'other_verdict', ...day]
  await sql`insert into ${sql.table(into)} (${named([...key, 'members'])})
    select ${named(key)}, sum(members) from (
      select patterns.*, one.position as place, other.position as other_place,
        ${verdictAt('one')} as verdict, ${verdictAt('other')} as other_verdict
      from ${sql.table(from)} as patterns join standpoints as one on one.claim_id = patterns.claim_id
      join standpoints as other on other.claim_id = patterns.claim_id and other.position > one.position
      where (one.position = 0 or (one.position = 1 and other.position = 2))
        and ${codeAt('one')} > 0 and ${codeAt('other')} > 0) as judged
    group by ${named(key)} having sum(members) <> 0`.execute(db)
}

async function countEverywhere(db: Kysely<unknown>, from: string, into: string, day: readonly string[]) {
  const ofPattern = ['claim_id', 'framing_id', 'pattern', 'members', ...day].map((column) => `patterns.${column}`)
  const whole = sql`select ${named(ofPattern)}, count(*) as standpoints
    from ${sql.table(from)} as patterns join standpoints on standpoints.claim_id = patterns.claim_id
    where ${codeAt('standpoints')} > 0
    group by ${named(ofPattern)} having count(*) = max(standpoints.position) + 1`
  const key = ['claim_id', 'framing_id', 'standpoints', 'standpoint_id', ...day]
  const sum = (code: number) => sql`sum(case when code = ${sql.lit(code)} then members else 0 end)`
  await sql`insert into ${sql.table(into)} (${named([...key, 'fits', 'partly', 'misfits'])})
    select ${named(key)}, ${sum(1)}, ${sum(2)}, ${sum(3)} from (
      select patterns.*, one.id as standpoint_id, ${codeAt('one')} as code
      from (${whole}) as patterns join standpoints as one on one.claim_id = patterns.claim_id
      where ${codeAt('one')} > 0) as judged
    group by ${named(key)}`.execute(db)
}
