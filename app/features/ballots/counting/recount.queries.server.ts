import { type RawBuilder, sql } from 'kysely'
import { dayNumber, now } from '#app/lib/clock.ts'
import { type Counters, type Miscounted, settingRow } from '#db/counters.ts'
import type { Db } from '#db/open.ts'

const tables = ['ballots', 'handle_votes', 'claim_voters', 'voter_counts', 'tallies', 'ballot_patterns']
const verdicts = ['fits', 'partly', 'misfits', 'unsure']
const counts = [...verdicts, 'handles']

const one = (verdict: string) => sql.raw(`case when verdict = '${verdict}' then 1 else 0 end as ${verdict}`)
const cell = sql`claim_id, framing_id, standpoint_id`
const sums = sql.join(counts.map((count) => sql.raw(`sum(${count}) as ${count}`)))

const cells = sql`select ${cell}, ${sums} from (
    select ${cell}, ${sql.join(verdicts.map(one))}, 0 as handles from ballots
    union all
    select claim_id, coalesce(framing_id, ''), standpoint_id, 0, 0, 0, 0, 1 from handle_votes) as votes
  group by ${cell}`

const code = sql.raw(`case verdict when 'fits' then 1 when 'partly' then 2 when 'misfits' then 3 else 0 end`)
const patterns = sql`select claim_id, framing_id, pattern, count(*) as members from (
    select ballots.claim_id, framing_id, sum((${code}) * (cast(1 as bigint) << (2 * standpoints.position))) as pattern
    from ballots join standpoints on standpoints.id = ballots.standpoint_id
    group by ballots.claim_id, framing_id, ballots.member_id) as judged
  where pattern <> 0 group by claim_id, framing_id, pattern`

const votes = sql`select claim_id, member_id, count(*) as votes from (
    select claim_id, member_id from ballots union all select claim_id, member_id from handle_votes) as votes
  group by claim_id, member_id`

const voters = sql`select claim_id, count(*) as voters from (${votes}) as counted group by claim_id`

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
  sql`select ${sql.join([...keys, ...counts].map((name) => sql.ref(name)))} from ${sql.table(table)}`

/** The days of a counter, which add up to what it is now. What is lacking is put on today: the days before stay. */
const byDay = ({ table, ...rest }: Kept): Counters => ({
  ...rest,
  kept: sql`select ${sql.join(rest.keys.map((name) => sql.ref(name)))},
      ${sql.join(rest.counts.map((name) => sql`sum(${sql.ref(name)}) as ${sql.ref(name)}`))}
    from ${sql.table(table)} group by ${sql.join(rest.keys.map((name) => sql.ref(name)))}`,
  setRight: (tx, wrong) => addToday(tx, table, wrong),
  tables,
})

async function addToday(tx: Db, table: string, { key, by }: Miscounted) {
  const row = Object.entries({ ...key, day: dayNumber(now()), ...by })
  const added = Object.keys(by).map(
    (name) => sql`${sql.ref(name)} = ${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`,
  )
  await sql`insert into ${sql.table(table)} (${sql.join(row.map(([name]) => sql.ref(name)))})
    values (${sql.join(row.map(([, value]) => sql`${value}`))})
    on conflict (${sql.join([...Object.keys(key), 'day'].map((name) => sql.ref(name)))}) do update
    set ${sql.join(added)}`.execute(tx)
}

const ofCells = { keys: ['claim_id', 'framing_id', 'standpoint_id'], counts, counted: cells }
const ofPatterns = { keys: ['claim_id', 'framing_id', 'pattern'], counts: ['members'], counted: patterns }
const ofVoters = { keys: ['claim_id'], counts: ['voters'], counted: voters }

/** Every counter of ballots and handle votes. */
export const ballotCounters: Counters[] = [
  {
    ...inTable({ name: 'tallies', table: 'tallies', ...ofCells }),
    setRight: setTally,
  },
  inTable({ name: 'patterns of ballots', table: 'ballot_patterns', ...ofPatterns }),
  inTable({
    name: 'votes of each voter',
    table: 'claim_voters',
    keys: ['claim_id', 'member_id'],
    counts: ['votes'],
    counted: votes,
  }),
  inTable({ name: 'voters of each claim', table: 'voter_counts', ...ofVoters }),
  byDay({ name: 'tallies by day', table: 'tally_days', ...ofCells }),
  byDay({ name: 'patterns by day', table: 'pattern_days', ...ofPatterns }),
  byDay({ name: 'voters by day', table: 'voter_days', ...ofVoters }),
]

/** A standpoint is one claim's, so the key does without the claim. */
async function setTally(tx: Db, { key, counted }: Miscounted) {
  await tx
    .deleteFrom('tallies')
    .where('standpoint_id', '=', key.standpoint_id as string)
    .where('framing_id', '=', key.framing_id as string)
    .execute()
  await tx
    .insertInto('tallies')
    .values({ ...key, ...counted } as never)
    .execute()
}
