import { sql } from 'kysely'
import type { Db } from '#db/open.ts'

/** So many of a member's deeds whose verb is not among those that made something; answers how many there were. */
export async function deleteDeeds(tx: Db, memberId: string, made: readonly string[], most: number): Promise<number> {
  const some = await tx
    .selectFrom('activity')
    .select('id')
    .where('member_id', '=', memberId)
    .where('verb', 'not in', made)
    .limit(most)
    .execute()
  const ids = some.map(({ id }) => id)
  if (ids.length === 0) return 0
  await sql`delete from pending_deeds where activity_id in (${sql.join(ids)})`.execute(tx)
  await tx.deleteFrom('activity').where('id', 'in', ids).execute()
  return ids.length
}
