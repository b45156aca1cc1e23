import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await counters(db)
  await days(db)
  await countPatterns(db)
  await countCellDays(db)
  await countPatternDays(db)
  await countVoterDays(db)
}

async function counters(db: Kysely<unknown>) {
  // One row: so many members judge a framing of a claim in one way from all standpoints: two bits a standpoint, from position 0 up (1 fits, 2 partly, 3 misfits, 0 none of these). 0 altogether has no row.
  await db.schema
    .createTable('ballot_patterns')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull().references('framings.id'))
    .addColumn('pattern', 'bigint', (c) => c.notNull())
    .addColumn('members', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('ballot_patterns_pk', ['claim_id', 'framing_id', 'pattern'])
    .execute()

  // One row: so many members have a ballot or handle vote standing on a claim.
  await db.schema
    .createTable('voter_counts')
    .addColumn('claim_id', 'text', (c) => c.primaryKey().references('claims.id'))
    .addColumn('voters', 'integer', (c) => c.notNull())
    .execute()
}

/** `day`: UTC days since 1970. What stood at the end of a day is the sum up to it. */
async function days(db: Kysely<unknown>) {
  // One row: by how much the counts of a cell changed in a day.
  await db.schema
    .createTable('tally_days')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull())
    .addColumn('standpoint_id', 'text', (c) => c.notNull().references('standpoints.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('fits', 'integer', (c) => c.notNull())
    .addColumn('partly', 'integer', (c) => c.notNull())
    .addColumn('misfits', 'integer', (c) => c.notNull())
    .addColumn('unsure', 'integer', (c) => c.notNull())
    .addColumn('handles', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('tally_days_pk', ['claim_id', 'framing_id', 'standpoint_id', 'day'])
    .execute()

  // One row: by how much the number of members with a pattern changed in a day.
  await db.schema
    .createTable('pattern_days')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('framing_id', 'text', (c) => c.notNull().references('framings.id'))
    .addColumn('pattern', 'bigint', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('members', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('pattern_days_pk', ['claim_id', 'framing_id', 'pattern', 'day'])
    .execute()

  // One row: by how much the number of a claim's voters changed in a day.
  await db.schema
    .createTable('voter_days')
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('voters', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('voter_days_pk', ['claim_id', 'day'])
    .execute()
}

const code = (verdict: string) =>
  sql.raw(`(case ${verdict} when 'fits' then 1 when 'partly' then 2 when 'misfits' then 3 else 0 end)`)
const place = sql.raw('(cast(1 as bigint) << (2 * standpoints.position))')

async function countPatterns(db: Kysely<unknown>) {
  await sql`insert into voter_counts (claim_id, voters)
    select claim_id, count(*) from claim_voters where votes > 0 group by claim_id`.execute(db)
  await sql`insert into ballot_patterns (claim_id, framing_id, pattern, members)
    select claim_id, framing_id, pattern, count(*) from (
      select ballots.claim_id, ballots.framing_id, sum(${code('ballots.verdict')} * ${place}) as pattern
      from ballots join standpoints on standpoints.id = ballots.standpoint_id
      group by ballots.claim_id, ballots.framing_id, ballots.member_id) as judged
    where pattern <> 0 group by claim_id, framing_id, pattern`.execute(db)
}

const dayOf = sql.raw('cast(at / 86400000 as integer)')
const was = (verdict: string) =>
  sql.raw(
    `sum((case when verdict = '${verdict}' then 1 else 0 end) - (case when before = '${verdict}' then 1 else 0 end))`,
  )
const before = sql.raw('lag(verdict) over (partition by standpoint_id, framing_id, member_id order by at)')

async function countCellDays(db: Kysely<unknown>) {
  const ballots = sql`select claim_id, framing_id, standpoint_id, ${dayOf} as day, ${was('fits')} as fits,
      ${was('partly')} as partly, ${was('misfits')} as misfits, ${was('unsure')} as unsure, 0 as handles
    from (select claim_id, framing_id, standpoint_id, at, verdict, ${before} as before from ballot_history) as deeds
    group by claim_id, framing_id, standpoint_id, ${dayOf}`
  const said = sql`select claim_id, standpoint_id, at, case when withdrawn = 0 then coalesce(framing_id, '') end as said,
      lag(case when withdrawn = 0 then coalesce(framing_id, '') end)
        over (partition by standpoint_id, member_id order by at) as before from handle_vote_history`
  const handles = (column: 'said' | 'before', by: 1 | -1) =>
    sql`select claim_id, ${sql.raw(column)} as framing_id, standpoint_id, ${dayOf} as day, 0 as fits, 0 as partly,
      0 as misfits, 0 as unsure, ${sql.raw(String(by))} as handles from said where ${sql.raw(column)} is not null`
  await sql`insert into tally_days
      (claim_id, framing_id, standpoint_id, day, fits, partly, misfits, unsure, handles)
    with said as (${said})
    select claim_id, framing_id, standpoint_id, day, sum(fits), sum(partly), sum(misfits), sum(unsure), sum(handles)
    from (${ballots} union all ${handles('said', 1)} union all ${handles('before', -1)}) as changes
    group by claim_id, framing_id, standpoint_id, day`.execute(db)
}

async function countPatternDays(db: Kysely<unknown>) {
  const moved = sql`select h.claim_id, h.framing_id, h.member_id, h.at, h.id,
      (${code('h.verdict')} - ${code('h.before')}) * ${place} as moved
    from (select ballot_history.*, ${before} as before from ballot_history) as h
    join standpoints on standpoints.id = h.standpoint_id`
  const after = sql`select claim_id, framing_id, at, moved, sum(moved) over
      (partition by claim_id, framing_id, member_id order by at, id rows unbounded preceding) as pattern from moved`
  await sql`insert into pattern_days (claim_id, framing_id, pattern, day, members)
    with moved as (${moved}), judged as (${after})
    select claim_id, framing_id, pattern, day, sum(members) from (
      select claim_id, framing_id, pattern, ${dayOf} as day, 1 as members from judged where moved <> 0
      union all
      select claim_id, framing_id, pattern - moved, ${dayOf}, -1 from judged where moved <> 0) as changes
    where pattern <> 0 group by claim_id, framing_id, pattern, day having sum(members) <> 0`.execute(db)
}

async function countVoterDays(db: Kysely<unknown>) {
  const events = sql`select claim_id, member_id, at, id, (case when verdict is null then 0 else 1 end)
      - (case when ${before} is null then 0 else 1 end) as moved from ballot_history
    union all
    select claim_id, member_id, at, id, (1 - withdrawn)
      - coalesce(1 - lag(withdrawn) over (partition by standpoint_id, member_id order by at), 0) from handle_vote_history`
  const after = sql`select claim_id, at, moved, sum(moved) over
      (partition by claim_id, member_id order by at, id rows unbounded preceding) as votes from events`
  await sql`insert into voter_days (claim_id, day, voters)
    with events as (${events}), standing as (${after})
    select claim_id, ${dayOf}, sum(moved) from standing
    where (votes = 1 and moved = 1) or (votes = 0 and moved = -1)
    group by claim_id, ${dayOf}`.execute(db)
}
