import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { VoteRow } from '#db/tables.ts'

type Counted = Pick<VoteRow, 'target_kind' | 'target_id' | 'axis'>

const isOwn = (memberId: string) => sql<SqlBool>`(
  (votes.target_kind = 'post' and votes.target_id in (select id from posts where member_id = ${memberId}))
  or (votes.target_kind = 'comment' and votes.target_id in (select id from comments where member_id = ${memberId})))`

/** What is voted on by the first member, or by the second on what is their own, in the order in which totals are held. */
export function selectConcerned(tx: Db, fromId: string, toId: string): Promise<Counted[]> {
  return tx
    .selectFrom('votes')
    .select(['target_kind', 'target_id', 'axis'])
    .distinct()
    .where((e) => e.or([e('member_id', '=', fromId), e.and([e('member_id', '=', toId), isOwn(toId)])]))
    .orderBy('target_kind')
    .orderBy('target_id')
    .orderBy('axis')
    .execute()
}

/** Until the transaction ends nobody else votes there. */
export async function updateTotalsToHold(tx: Db, { target_kind, target_id, axis }: Counted) {
  await tx
    .updateTable('vote_totals')
    .set((e) => ({ up: e.ref('up') }))
    .where('target_kind', '=', target_kind)
    .where('target_id', '=', target_id)
    .where('axis', '=', axis)
    .execute()
}

/** Takes away what of the two may not stand together: votes on their own, and the first's where the second voted. */
export async function deleteDoubled(tx: Db, fromId: string, toId: string) {
  await tx.deleteFrom('votes').where('member_id', 'in', [fromId, toId]).where(isOwn(toId)).execute()
  const doubled = sql<SqlBool>`exists (select 1 from votes as other where other.member_id = ${toId}
    and other.target_kind = votes.target_kind and other.target_id = votes.target_id and other.axis = votes.axis)`
  await tx.deleteFrom('votes').where('member_id', '=', fromId).where(doubled).execute()
}

export async function updateVoter(tx: Db, fromId: string, toId: string) {
  await tx.updateTable('votes').set({ member_id: toId }).where('member_id', '=', fromId).execute()
}

/** Counts the votes on one target and axis anew. */
export async function updateTotals(tx: Db, { target_kind, target_id, axis }: Counted) {
  const count = (value: 1 | -1) => sql<number>`(select count(*) from votes where votes.value = ${sql.lit(value)}
    and votes.target_kind = ${target_kind} and votes.target_id = ${target_id} and votes.axis = ${axis})`
  await tx
    .updateTable('vote_totals')
    .set({ up: count(1), down: count(-1) })
    .where('target_kind', '=', target_kind)
    .where('target_id', '=', target_id)
    .where('axis', '=', axis)
    .execute()
}
