import type { Db } from '#db/open.ts'

/** What a member flagged at or last before a time, as long as it is open. */
export function selectFlagAt(tx: Db, flaggerId: string, at: number) {
  return tx
    .selectFrom('flags')
    .select(['kind', 'id', 'flagged_at'])
    .where('member_id', '=', flaggerId)
    .where('flagged_at', '<=', at)
    .where('state', '=', 'open')
    .orderBy('flagged_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether a flag on a thing was open before a time. */
export async function selectIsOpenBefore(tx: Db, kind: string, id: string, at: number): Promise<boolean> {
  const open = tx.selectFrom('flags').select('id').where('kind', '=', kind).where('id', '=', id)
  const before = open.where('state', '=', 'open').where('flagged_at', '<', at)
  return (await before.executeTakeFirst()) !== undefined
}

export async function selectWriter(tx: Db, kind: 'post' | 'comment', id: string): Promise<string | undefined> {
  const written = tx.selectFrom(`${kind}s` as 'posts').select('member_id')
  return (await written.where('id', '=', id).executeTakeFirst())?.member_id
}

/** The appeal of a member, at or last before a time, that nobody decided. */
export function selectAppealAt(tx: Db, memberId: string, at: number) {
  return tx
    .selectFrom('appeals')
    .select('act_id')
    .where('member_id', '=', memberId)
    .where('asked_at', '<=', at)
    .where('decision', 'is', null)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function selectModerators(tx: Db): Promise<string[]> {
  const moderators = tx.selectFrom('members').select('id').where('role', 'in', ['moderator', 'admin'])
  const rows = await moderators.where('removed_at', 'is', null).execute()
  return rows.map(({ id }) => id)
}
