import type { Db } from '#db/open.ts'
import type { LimitCountRow } from '#db/tables.ts'

/** Adds to a count, or begins it anew where its time is over; `isSet`: whatever stood before. */
export function upsertCount(tx: Db, row: LimitCountRow, at: number, isSet: boolean) {
  return tx
    .insertInto('limit_counts')
    .values(row)
    .onConflict((c) =>
      c.column('key').doUpdateSet((e) => {
        if (isSet) return { points: row.points, ends_at: row.ends_at }
        const isOver = e('limit_counts.ends_at', '<=', at)
        const sum = e('limit_counts.points', '+', row.points)
        return {
          points: e.case().when(isOver).then(row.points).else(sum).end(),
          ends_at: e.case().when(isOver).then(row.ends_at).else(e.ref('limit_counts.ends_at')).end(),
        }
      }),
    )
    .returning(['points', 'ends_at'])
    .executeTakeFirstOrThrow()
}

export async function selectCount(db: Db, key: string, at: number) {
  const query = db.selectFrom('limit_counts').select(['points', 'ends_at'])
  return (await query.where('key', '=', key).where('ends_at', '>', at).executeTakeFirst()) ?? null
}

export async function deleteCount(tx: Db, key: string) {
  await tx.deleteFrom('limit_counts').where('key', '=', key).execute()
}

export async function deleteCountsBefore(tx: Db, time: number) {
  await tx.deleteFrom('limit_counts').where('ends_at', '<=', time).execute()
}
