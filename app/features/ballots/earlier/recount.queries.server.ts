import { sql } from 'kysely'
import { type Counters, settingRow } from '#db/counters.ts'

const one = (verdict: string) => sql.raw(`case when verdict = '${verdict}' then 1 else 0 end as ${verdict}`)
const verdicts = ['fits', 'partly', 'misfits', 'unsure']
const counts = [...verdicts, 'handles']
const keys = ['standpoint_id', 'framing_id', 'claim_id']
const names = (columns: string[]) => sql.join(columns.map((name) => sql.ref(name)))

/** The counters of votes on earlier words. */
export const earlierCounters: Counters = {
  name: 'tallies of earlier words',
  keys,
  counts,
  kept: sql`select ${names([...keys, ...counts])} from earlier_tallies`,
  counted: sql`select ${names(keys)}, ${sql.join(counts.map((count) => sql.raw(`sum(${count}) as ${count}`)))} from (
      select ${names(keys)}, ${sql.join(verdicts.map(one))}, 0 as handles from earlier_ballots
      union all
      select standpoint_id, coalesce(framing_id, ''), claim_id, 0, 0, 0, 0, 1 from earlier_handle_votes) as votes
    group by ${names(keys)}`,
  setRight: settingRow('earlier_tallies'),
  tables: ['earlier_ballots', 'earlier_handle_votes', 'earlier_tallies'],
}
