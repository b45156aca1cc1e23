import { sql } from 'kysely'
import { byMachine, isOn } from '#db/labelled.ts'
import type { Db } from '#db/open.ts'
import type { LabellingRow, LabelVoteHistoryRow, LabelVoteRow, MachineLabellingRow } from '#db/tables.ts'

type Pair = Pick<LabellingRow, 'excerpt_id' | 'label_id'>

export function selectExcerptId(db: Db, id: string) {
  return db.selectFrom('excerpts').select('id').where('id', '=', id).executeTakeFirst()
}

/** Inserts, or changes nothing; either way the row comes back locked until the transaction ends. */
export function upsertLabelling(tx: Db, row: LabellingRow) {
  return tx
    .insertInto('labellings')
    .values(row)
    .onConflict((c) =>
      c.columns(['excerpt_id', 'label_id']).doUpdateSet((e) => ({ created_at: e.ref('labellings.created_at') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Locks the row where it is, by a change that changes nothing. */
export function updateLabellingLock(tx: Db, pair: Pair) {
  return tx
    .updateTable('labellings')
    .set((e) => ({ created_at: e.ref('created_at') }))
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .returningAll()
    .executeTakeFirst()
}

export async function updateGiven(tx: Db, pair: Pair) {
  await tx
    .updateTable('labellings')
    .set({ given: 1, merged_from: null })
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .execute()
}

type Facts = 'excerpt_id' | 'label_id' | 'given' | 'placed_by' | 'created_at' | 'merged_from'
export type CountChange = Omit<LabellingRow, Facts>

export async function updateCounts(tx: Db, pair: Pair, by: CountChange) {
  await tx
    .updateTable('labellings')
    .set((e) => ({
      agree: e('agree', '+', by.agree),
      disagree: e('disagree', '+', by.disagree),
      unsure: e('unsure', '+', by.unsure),
      placing_agree: e('placing_agree', '+', by.placing_agree),
      placing_disagree: e('placing_disagree', '+', by.placing_disagree),
      earlier_agree: e('earlier_agree', '+', by.earlier_agree),
      earlier_disagree: e('earlier_disagree', '+', by.earlier_disagree),
      earlier_unsure: e('earlier_unsure', '+', by.earlier_unsure),
    }))
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .execute()
}

/** Whether a label is on an excerpt: more than the queue's asking. */
export async function selectIsOn(db: Db, pair: Pair): Promise<boolean> {
  const row = await db
    .selectFrom('labellings')
    .select('given')
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .where(isOn)
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever puts on what the queue alone asked about is the one who places it. */
export async function updatePlacedBy(tx: Db, pair: Pair, memberId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('labellings')
    .set({ placed_by: memberId })
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .where(sql<boolean>`not ${isOn}`)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Deletes a labelling that nobody holds any more: no vote, not given, no classifier's. */
export async function deleteAbandoned(tx: Db, pair: Pair) {
  await tx
    .deleteFrom('labellings')
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .where('given', '=', 0)
    .where(sql`agree + disagree + unsure + earlier_agree + earlier_disagree + earlier_unsure`, '=', 0)
    .where(sql<boolean>`not ${byMachine}`)
    .execute()
}

export function selectVote(db: Db, pair: Pair, memberId: string) {
  return db
    .selectFrom('label_votes')
    .selectAll()
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
}

export async function upsertVote(tx: Db, row: LabelVoteRow) {
  const { excerpt_id: _, label_id: __, member_id: ___, ...said } = row
  await tx
    .insertInto('label_votes')
    .values(row)
    .onConflict((c) => c.columns(['excerpt_id', 'label_id', 'member_id']).doUpdateSet(said))
    .execute()
}

export async function deleteVote(tx: Db, pair: Pair, memberId: string) {
  await tx
    .deleteFrom('label_votes')
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .where('member_id', '=', memberId)
    .execute()
}

export async function insertHistory(tx: Db, row: LabelVoteHistoryRow) {
  await tx.insertInto('label_vote_history').values(row).execute()
}

export function selectMachineLabelling(db: Db, pair: Pair, classifier: string) {
  return db
    .selectFrom('machine_labellings')
    .selectAll()
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .where('classifier', '=', classifier)
    .executeTakeFirst()
}

export async function upsertMachineLabelling(tx: Db, row: MachineLabellingRow) {
  const { score, prompt, answer, created_at } = row
  await tx
    .insertInto('machine_labellings')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['excerpt_id', 'label_id', 'classifier'])
        .doUpdateSet({ score, prompt, answer, created_at, merged_from: null }),
    )
    .execute()
}

/** Labellings on these excerpts with their label's name, in the order in which they were put on. */
export function selectLabellings(db: Db, excerptIds: readonly string[]) {
  return db
    .selectFrom('labellings')
    .innerJoin('labels', 'labels.id', 'labellings.label_id')
    .selectAll('labellings')
    .select(['labels.name', 'labels.meaning'])
    .where('excerpt_id', 'in', excerptIds)
    .where('labels.merged_into', 'is', null)
    .where(isOn)
    .orderBy('labellings.created_at')
    .orderBy('labellings.label_id')
    .execute()
}

/** What classifiers said, oldest first. */
export function selectMachineLabellings(db: Db, excerptIds: readonly string[]) {
  return db
    .selectFrom('machine_labellings')
    .select(['excerpt_id', 'label_id', 'classifier', 'score'])
    .where('excerpt_id', 'in', excerptIds)
    .orderBy('created_at')
    .orderBy('classifier')
    .execute()
}

export function selectVotesOf(db: Db, memberId: string, excerptIds: readonly string[]) {
  return db
    .selectFrom('label_votes')
    .select(['excerpt_id', 'label_id', 'value', 'label_version'])
    .where('member_id', '=', memberId)
    .where('excerpt_id', 'in', excerptIds)
    .execute()
}
