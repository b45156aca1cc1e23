import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { LabellingRow } from '#db/tables.ts'

type Pair = Pick<LabellingRow, 'excerpt_id' | 'label_id'>

/** So many of the labellings that a member voted on, in the order in which they are held. */
export function selectVotedOn(db: Db, memberId: string, most: number): Promise<Pair[]> {
  return db
    .selectFrom('label_votes')
    .select(['excerpt_id', 'label_id'])
    .where('member_id', '=', memberId)
    .orderBy('excerpt_id')
    .orderBy('label_id')
    .limit(most)
    .execute()
}

/** Until the transaction ends nobody else votes there. */
export async function updateLabellingToHold(tx: Db, { excerpt_id, label_id }: Pair) {
  await tx
    .updateTable('labellings')
    .set((e) => ({ created_at: e.ref('created_at') }))
    .where('excerpt_id', '=', excerpt_id)
    .where('label_id', '=', label_id)
    .execute()
}

export async function deleteVote(tx: Db, { excerpt_id, label_id }: Pair, memberId: string) {
  await tx
    .deleteFrom('label_votes')
    .where('excerpt_id', '=', excerpt_id)
    .where('label_id', '=', label_id)
    .where('member_id', '=', memberId)
    .execute()
}

/** Deletes a labelling that nobody holds any more: no vote, not given, no classifier's. */
export async function deleteAbandoned(tx: Db, { excerpt_id, label_id }: Pair) {
  const byMachine = sql<SqlBool>`exists (select 1 from machine_labellings m
    where m.excerpt_id = labellings.excerpt_id and m.label_id = labellings.label_id)`
  await tx
    .deleteFrom('labellings')
    .where('excerpt_id', '=', excerpt_id)
    .where('label_id', '=', label_id)
    .where('given', '=', 0)
    .where(sql`agree + disagree + unsure + earlier_agree + earlier_disagree + earlier_unsure`, '=', 0)
    .where((e) => e.not(byMachine))
    .execute()
}

export async function selectVoteCount(db: Db, memberId: string): Promise<number> {
  const of = db.selectFrom('label_votes').where('member_id', '=', memberId)
  return Number((await of.select((e) => e.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)
}
