import { sql } from 'kysely'
import type { Db } from '#db/open.ts'
import { prepared } from '#db/prepared.ts'
import type { VisitRow } from '#db/tables.ts'
import type { Subject } from '../comment.ts'

export async function selectVisit(db: Db, memberId: string, { kind, id }: Subject) {
  return (await visit(db, { memberId, kind, id }))[0]
}

const visit = prepared((db, { memberId, kind, id }: Subject & { memberId: string }) =>
  db
    .selectFrom('visits')
    .select(['last_at', 'before_at'])
    .where('member_id', '=', memberId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id),
)

/** Goes on with the visit, or begins one if the last ended before `endedBefore`: in one statement, so that two windows at once are one visit. */
export async function upsertVisit(tx: Db, row: VisitRow, endedBefore: number) {
  const last = sql.ref<number>('visits.last_at')
  await tx
    .insertInto('visits')
    .values(row)
    .onConflict((c) =>
      c.columns(['member_id', 'subject_kind', 'subject_id']).doUpdateSet({
        before_at: sql<number>`case when ${last} < ${endedBefore} then ${last} else visits.before_at end`,
        last_at: sql<number>`case when ${last} > ${row.last_at} then ${last} else ${row.last_at} end`,
      }),
    )
    .execute()
}
