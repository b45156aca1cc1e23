import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { LabellingRow } from '#db/tables.ts'

type Counts = Omit<LabellingRow, 'excerpt_id' | 'label_id' | 'given' | 'placed_by' | 'created_at' | 'merged_from'>

const meaning = sql`(select meaning from labels where labels.id = labellings.label_id)`
const count = (value: string, which: ReturnType<typeof sql>) => sql<number>`(select count(*) from label_votes v
  where v.excerpt_id = labellings.excerpt_id and v.label_id = labellings.label_id and v.value = ${value} and ${which})`
const now = (value: string) => count(value, sql`v.label_version >= ${meaning}`)
const placing = (value: string) => count(value, sql`v.label_version >= ${meaning} and v.placing = 1`)
const earlier = (value: string) => count(value, sql`v.label_version < ${meaning}`)

const counts = {
  ...{ agree: now('agree'), disagree: now('disagree'), unsure: now('unsure') },
  ...{ placing_agree: placing('agree'), placing_disagree: placing('disagree') },
  ...{ earlier_agree: earlier('agree'), earlier_disagree: earlier('disagree'), earlier_unsure: earlier('unsure') },
} satisfies Record<keyof Counts, unknown>

/** Counts the votes on a label anew, on one excerpt or wherever it is. */
export async function updateCountsFromVotes(tx: Db, labelId: string, excerptId: string | null) {
  await tx
    .updateTable('labellings')
    .set(counts)
    .where('label_id', '=', labelId)
    .$if(excerptId !== null, (query) => query.where('excerpt_id', '=', excerptId ?? ''))
    .execute()
}

/** Where the counts are not what the votes say: none, or there is a fault. */
export function selectWrongCounts(db: Db) {
  const differs = sql.join(
    Object.entries(counts).map(([column, counted]) => sql<SqlBool>`labellings.${sql.ref(column)} <> ${counted}`),
    sql` or `,
  )
  return db.selectFrom('labellings').select(['excerpt_id', 'label_id']).where(sql<SqlBool>`(${differs})`).execute()
}
