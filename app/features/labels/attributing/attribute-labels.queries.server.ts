import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/open.ts'
import type { LabellingRow, LabelVoteHistoryRow } from '#db/tables.ts'

export type Pair = Pick<LabellingRow, 'excerpt_id' | 'label_id'>

/** The labellings that a member voted on or placed, in the order in which they are held. */
export function selectPairsOf(tx: Db, memberId: string): Promise<Pair[]> {
  return tx
    .selectFrom('label_votes')
    .select(['excerpt_id', 'label_id'])
    .where('member_id', '=', memberId)
    .union(tx.selectFrom('labellings').select(['excerpt_id', 'label_id']).where('placed_by', '=', memberId))
    .orderBy('excerpt_id')
    .orderBy('label_id')
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

const otherVoted = (table: 'label_votes' | 'label_vote_history', toId: string) => sql<SqlBool>`exists (
  select 1 from label_votes as other where other.member_id = ${toId}
    and other.excerpt_id = ${sql.ref(`${table}.excerpt_id`)} and other.label_id = ${sql.ref(`${table}.label_id`)})`

/** Where both members have a vote. */
export function selectDoubled(tx: Db, fromId: string, toId: string): Promise<Pair[]> {
  return tx
    .selectFrom('label_votes')
    .select(['excerpt_id', 'label_id'])
    .where('member_id', '=', fromId)
    .where(otherVoted('label_votes', toId))
    .execute()
}

/** Takes away the first's vote where the second has one, and moves the others with their history. */
export async function updateVoter(tx: Db, fromId: string, toId: string) {
  await tx
    .updateTable('label_vote_history')
    .set({ member_id: toId })
    .where('member_id', '=', fromId)
    .where((e) => e.not(otherVoted('label_vote_history', toId)))
    .execute()
  await tx.deleteFrom('label_votes').where('member_id', '=', fromId).where(otherVoted('label_votes', toId)).execute()
  await tx.updateTable('label_votes').set({ member_id: toId }).where('member_id', '=', fromId).execute()
}

export async function insertHistory(tx: Db, row: LabelVoteHistoryRow) {
  await tx.insertInto('label_vote_history').values(row).execute()
}

/** Who placed a label goes on being left out of its state. */
export async function updatePlacer(tx: Db, fromId: string, toId: string) {
  await tx.updateTable('labels').set({ member_id: toId }).where('member_id', '=', fromId).execute()
  await tx.updateTable('labellings').set({ placed_by: toId }).where('placed_by', '=', fromId).execute()
  const isPlacing = sql<SqlBool>`exists (select 1 from labellings where labellings.placed_by = ${toId}
    and labellings.excerpt_id = label_votes.excerpt_id and labellings.label_id = label_votes.label_id)`
  await tx.updateTable('label_votes').set({ placing: 1 }).where('member_id', '=', toId).where(isPlacing).execute()
}
