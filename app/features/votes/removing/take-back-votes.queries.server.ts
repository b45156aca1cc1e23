import type { Db } from '#db/open.ts'
import type { VoteRow } from '#db/tables.ts'

type Counted = Pick<VoteRow, 'target_kind' | 'target_id' | 'axis'>

/** So many of what a member voted on, in the order in which totals are held. */
export function selectVotedOn(db: Db, memberId: string, most: number): Promise<Counted[]> {
  return db
    .selectFrom('votes')
    .select(['target_kind', 'target_id', 'axis'])
    .where('member_id', '=', memberId)
    .orderBy('target_kind')
    .orderBy('target_id')
    .orderBy('axis')
    .limit(most)
    .execute()
}

/** Counts up and down by so many; by none it holds the totals until the transaction ends. */
export async function updateTotals(tx: Db, { target_kind, target_id, axis }: Counted, up: number, down: number) {
  await tx
    .updateTable('vote_totals')
    .set((e) => ({ up: e('up', '+', up), down: e('down', '+', down) }))
    .where('target_kind', '=', target_kind)
    .where('target_id', '=', target_id)
    .where('axis', '=', axis)
    .execute()
}

/** Answers the value of the vote that it took away; nothing where there was none. */
export async function deleteVote(tx: Db, { target_kind, target_id, axis }: Counted, memberId: string) {
  const row = await tx
    .deleteFrom('votes')
    .where('target_kind', '=', target_kind)
    .where('target_id', '=', target_id)
    .where('axis', '=', axis)
    .where('member_id', '=', memberId)
    .returning('value')
    .executeTakeFirst()
  return row?.value
}

export async function selectVoteCount(db: Db, memberId: string): Promise<number> {
  const of = db.selectFrom('votes').where('member_id', '=', memberId)
  return Number((await of.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)
}
