import { sql } from 'kysely'
import { type Counters, type Miscounted, settingColumns, settingRow } from '#db/counters.ts'
import { type Db, engineOf } from '#db/open.ts'

const labelCounts = ['agree', 'disagree', 'unsure', 'placing_agree', 'placing_disagree']
const earlierCounts = ['earlier_agree', 'earlier_disagree', 'earlier_unsure']
const sumOf = (name: string, when: ReturnType<typeof sql>) =>
  sql`sum(case when ${when} then 1 else 0 end) as ${sql.ref(name)}`
const says = (value: string) => sql`v.value = ${sql.lit(value)}`
const isNow = sql`v.label_version >= labels.meaning`

const labelSums = sql.join([
  ...['agree', 'disagree', 'unsure'].map((value) => sumOf(value, sql`${isNow} and ${says(value)}`)),
  ...['agree', 'disagree'].map((value) =>
    sumOf(`placing_${value}`, sql`${isNow} and ${says(value)} and v.placing = 1`),
  ),
  ...['agree', 'disagree', 'unsure'].map((value) => sumOf(`earlier_${value}`, sql`not (${isNow}) and ${says(value)}`)),
])

/** Counters outside the ballots' room. */
export const otherCounters: Counters[] = [
  {
    name: 'vote totals',
    keys: ['target_kind', 'target_id', 'axis'],
    counts: ['up', 'down'],
    kept: sql`select target_kind, target_id, axis, up, down from vote_totals`,
    counted: sql`select target_kind, target_id, axis, sum(case when value = 1 then 1 else 0 end) as up,
      sum(case when value = -1 then 1 else 0 end) as down from votes group by target_kind, target_id, axis`,
    setRight: settingRow('vote_totals'),
    tables: ['votes', 'vote_totals', 'posts'],
  },
  {
    name: 'scores of posts',
    keys: ['id'],
    counts: ['score'],
    kept: sql`select id, score from posts`,
    counted: sql`select target_id as id, sum(value) as score from votes
      where target_kind = 'post' and axis = 'approval' group by target_id`,
    setRight: settingColumns('posts'),
    tables: ['votes', 'vote_totals', 'posts'],
  },
  {
    name: 'comments of threads',
    keys: ['subject_kind', 'subject_id'],
    counts: ['comment_count'],
    kept: sql`select subject_kind, subject_id, comment_count from threads`,
    counted: sql`select subject_kind, subject_id, count(*) as comment_count from comments
      where deleted_at is null group by subject_kind, subject_id`,
    setRight: setThreads,
    tables: ['comments', 'threads'],
  },
  {
    name: 'votes on labels',
    keys: ['excerpt_id', 'label_id'],
    counts: [...labelCounts, ...earlierCounts],
    kept: sql`select excerpt_id, label_id, ${sql.join([...labelCounts, ...earlierCounts].map((name) => sql.ref(name)))}
      from labellings`,
    counted: sql`select v.excerpt_id, v.label_id, ${labelSums} from label_votes v join labels on labels.id = v.label_id
      group by v.excerpt_id, v.label_id`,
    setRight: settingColumns('labellings'),
    tables: ['label_votes', 'labellings', 'labels'],
  },
  {
    name: 'transcripts of collections',
    keys: ['id'],
    counts: ['transcript_count'],
    kept: sql`select id, transcript_count from collections`,
    counted: sql`select collection_id as id, count(*) as transcript_count from collection_transcripts
      group by collection_id`,
    setRight: settingColumns('collections'),
    tables: ['collection_transcripts', 'collections'],
  },
  {
    name: 'relations of nodes',
    keys: ['kind', 'id'],
    counts: ['edges'],
    kept: sql`select kind, id, edges from nodes`,
    counted: sql`select kind, id, count(*) as edges from (select from_kind as kind, from_id as id from relations
      union all select to_kind, to_id from relations) as ends group by kind, id`,
    setRight: settingRow('nodes'),
    tables: ['relations', 'nodes'],
  },
  ofTranscripts('excerpts of transcripts', 'excerpt_count', 'excerpts'),
  ofTranscripts('turns of transcripts', 'turn_count', 'turns'),
]

function ofTranscripts(name: string, count: string, table: string): Counters {
  return {
    name,
    keys: ['id'],
    counts: [count],
    kept: sql`select id, ${sql.ref(count)} from transcripts`,
    counted: sql`select transcript_id as id, count(*) as ${sql.ref(count)} from ${sql.table(table)} group by transcript_id`,
    setRight: settingColumns('transcripts'),
    tables: [table, 'transcripts'],
  }
}

async function setThreads(tx: Db, wrong: readonly Miscounted[]) {
  const rows = wrong.map(({ key, counted }) => {
    const { comment_count } = counted as { comment_count: number }
    const of = key as { subject_kind: string; subject_id: string }
    return { ...of, comment_count, locked: 0, last_comment_at: null }
  })
  await tx
    .insertInto('threads')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['subject_kind', 'subject_id'])
        .doUpdateSet((e) => ({ comment_count: e.ref('excluded.comment_count') })),
    )
    .execute()
}

/** Keeps writers of these tables out until the transaction ends. SQLite lets one write at a time and needs no lock. */
export async function lockTables(tx: Db, tables: readonly string[]) {
  if (engineOf(tx) === 'sqlite') return
  const names = tables.toSorted().map((name) => sql.table(name))
  await sql`lock table ${sql.join(names)} in share row exclusive mode`.execute(tx)
}
