import { type RawBuilder, sql } from 'kysely'
import { dayNumber, now } from '#app/lib/clock.ts'
import { addRows, type Counters, type Miscounted, settingRow, upsertRows } from '#db/counters.ts'
import type { Db } from '#db/open.ts'

const tables = [
  'ballots',
  'handle_votes',
  'claim_voters',
  'voter_counts',
  'tallies',
  'verdict_pairs',
  'everywhere_tallies',
]

function columns(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)))
}

const verdicts = ['fits', 'partly', 'misfits', 'unsure']
const counts = [...verdicts, 'handles']

const one = (verdict: string) => sql.raw(`sum(case when verdict = '${verdict}' then 1 else 0 end) as ${verdict}`)
const cell = sql`claim_id, framing_id, standpoint_id`
const sums = sql.join(counts.map((count) => sql.raw(`sum(${count}) as ${count}`)))

// In the order of the ballots' key first, so that millions need not be sorted.
const cells = sql`select ${cell}, ${sums} from (
    select ${cell}, ${sql.join(verdicts.map(one))}, 0 as handles
    from ballots group by standpoint_id, framing_id, claim_id
    union all
    select claim_id, coalesce(framing_id, ''), standpoint_id, 0, 0, 0, 0, 1 from handle_votes) as votes
  group by ${cell}`

// How a member judges a framing: two bits a standpoint, from position 0 up (0: not, or unsure).
const code = sql.raw(`case verdict when 'fits' then 1 when 'partly' then 2 when 'misfits' then 3 else 0 end`)
const judged = sql`select ballots.claim_id, framing_id, count(*) as standpoints, max(standpoints.position) as last,
    cast(sum((${code}) * (cast(1 as bigint) << (2 * standpoints.position))) as bigint) as pattern
  from ballots join standpoints on standpoints.id = ballots.standpoint_id
  where verdict <> 'unsure' group by ballots.claim_id, framing_id, ballots.member_id`
const patterns = sql`(select claim_id, framing_id, pattern, standpoints, last, count(*) as members
  from (${judged}) as judged group by claim_id, framing_id, pattern, standpoints, last) as patterns`
const codeAt = (standpoint: string) => sql.raw(`((patterns.pattern >> (2 * ${standpoint}.position)) & 3)`)
const verdictAt = (standpoint: string) =>
  sql`case ${codeAt(standpoint)} when 1 then 'fits' when 2 then 'partly' else 'misfits' end`

const pairKeys = ['claim_id', 'place', 'other_place', 'framing_id', 'verdict', 'other_verdict']
const pairs = sql`select ${columns(pairKeys)}, sum(members) as members from (
    select patterns.claim_id, framing_id, members, one.position as place, other.position as other_place,
      ${verdictAt('one')} as verdict, ${verdictAt('other')} as other_verdict
    from ${patterns} join standpoints as one on one.claim_id = patterns.claim_id
    join standpoints as other on other.claim_id = patterns.claim_id and other.position > one.position
    where (one.position = 0 or (one.position = 1 and other.position = 2))
      and ${codeAt('one')} > 0 and ${codeAt('other')} > 0) as pairs
  group by ${columns(pairKeys)}`

const everywhereKeys = ['claim_id', 'standpoints', 'framing_id', 'standpoint_id']
const membersWith = (value: number) => sql`sum(case when code = ${sql.lit(value)} then members else 0 end)`
const everywhere = sql`select ${columns(everywhereKeys)},
    ${membersWith(1)} as fits, ${membersWith(2)} as partly, ${membersWith(3)} as misfits from (
    select patterns.claim_id, framing_id, standpoints, members, one.id as standpoint_id, ${codeAt('one')} as code
    from ${patterns} join standpoints as one on one.claim_id = patterns.claim_id
    where standpoints = last + 1 and ${codeAt('one')} > 0) as everywhere
  group by ${columns(everywhereKeys)}`

const votes = sql`select claim_id, member_id, count(*) as votes from (
    select claim_id, member_id from ballots union all select claim_id, member_id from handle_votes) as votes
  group by claim_id, member_id`

// Of those whom an export did not name some are the same people as others: how many it said.
const voters = sql`select counted.claim_id, count(*) - coalesce(max(overlap.voters), 0) as voters
  from (${votes}) as counted left join unnamed_overlaps as overlap on overlap.claim_id = counted.claim_id
  group by counted.claim_id`

interface Kept extends Pick<Counters, 'name' | 'keys' | 'counts' | 'counted'> {
  table: string
}

const inTable = ({ table, ...rest }: Kept): Counters => ({
  ...rest,
  kept: columnsOf(rest, table),
  setRight: settingRow(table),
  tables,
})

const columnsOf = ({ keys, counts }: Pick<Kept, 'keys' | 'counts'>, table: string): RawBuilder<unknown> =>
  sql`select ${columns([...keys, ...counts])} from ${sql.table(table)}`

/** The days of a counter, which add up to what it is now. What is lacking is put on today: the days before stay. */
const byDay = ({ table, ...rest }: Kept): Counters => ({
  ...rest,
  kept: sql`select ${columns(rest.keys)},
      ${sql.join(rest.counts.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(name)}`))}
    from ${sql.table(table)} group by ${columns(rest.keys)}`,
  setRight: (tx, wrong) => addToday(tx, table, wrong),
  tables,
})

async function addToday(tx: Db, table: string, wrong: readonly Miscounted[]) {
  const rows = wrong.map(({ key, by }) => ({ ...key, day: dayNumber(now()), ...by }))
  await addRows(tx, table, [...Object.keys(wrong[0]?.key ?? {}), 'day'], rows)
}

const ofCells = { keys: ['claim_id', 'framing_id', 'standpoint_id'], counts, counted: cells }
const ofPairs = { keys: pairKeys, counts: ['members'], counted: pairs }
const ofEverywhere = { keys: everywhereKeys, counts: verdicts.slice(0, 3), counted: everywhere }
const ofMembers = { keys: ['claim_id', 'member_id'], counts: ['votes'], counted: votes }
const ofVoters = { keys: ['claim_id'], counts: ['voters'], counted: voters }

/** Every counter of ballots and handle votes. */
export const ballotCounters: Counters[] = [
  {
    ...inTable({ name: 'tallies', table: 'tallies', ...ofCells }),
    setRight: setTallies,
  },
  inTable({ name: 'pairs of verdicts', table: 'verdict_pairs', ...ofPairs }),
  inTable({ name: 'verdicts from everywhere', table: 'everywhere_tallies', ...ofEverywhere }),
  inTable({ name: 'votes of each voter', table: 'claim_voters', ...ofMembers }),
  inTable({ name: 'voters of each claim', table: 'voter_counts', ...ofVoters }),
  byDay({ name: 'tallies by day', table: 'tally_days', ...ofCells }),
  byDay({ name: 'pairs by day', table: 'pair_days', ...ofPairs }),
  byDay({ name: 'verdicts from everywhere by day', table: 'everywhere_days', ...ofEverywhere }),
  byDay({ name: 'voters by day', table: 'voter_days', ...ofVoters }),
]

const counters = [
  { table: 'tallies', days: 'tally_days', ...ofCells },
  { table: 'verdict_pairs', days: 'pair_days', ...ofPairs },
  { table: 'everywhere_tallies', days: 'everywhere_days', ...ofEverywhere },
  { table: 'claim_voters', days: null, ...ofMembers },
  { table: 'voter_counts', days: 'voter_days', ...ofVoters },
]

/** Puts what all rows say in place of what the counters say, with every ballot cast today. */
export async function insertAllCounted(tx: Db) {
  for (const { table, days, keys, counts, counted } of counters) {
    const all = columns([...keys, ...counts])
    await sql`delete from ${sql.table(table)}`.execute(tx)
    await sql`insert into ${sql.table(table)} (${all}) select ${all} from (${counted}) as counted`.execute(tx)
    if (days === null) continue
    await sql`delete from ${sql.table(days)}`.execute(tx)
    await sql`insert into ${sql.table(days)} (${all}, day)
      select ${all}, ${sql.lit(dayNumber(now()))} from ${sql.table(table)}`.execute(tx)
  }
}

/** A standpoint is one claim's, so the key does without the claim; what counts nothing goes first, since it may say another claim. */
async function setTallies(tx: Db, wrong: readonly Miscounted[]) {
  const cells = wrong.map(
    ({ key }) => sql`(${sql.join(['claim_id', 'framing_id', 'standpoint_id'].map((name) => key[name]))})`,
  )
  await sql`delete from tallies where (claim_id, framing_id, standpoint_id) in (values ${sql.join(cells)})`.execute(tx)
  const rows = wrong.map(({ key, counted }) => ({ ...key, ...counted }))
  const counting = rows.filter((_, n) => Object.values(wrong[n]?.counted ?? {}).some((count) => count !== 0))
  await upsertRows(tx, 'tallies', ['standpoint_id', 'framing_id'], counting)
}
