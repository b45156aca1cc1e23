import { sql } from 'kysely'
import { numberAndId, type Page } from '#app/lib/paging.server.ts'
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
    .set({ given: 1 })
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .execute()
}

type CountChange = Pick<LabellingRow, 'agree' | 'disagree' | 'unsure' | 'placing_agree' | 'placing_disagree'>

export async function updateCounts(tx: Db, pair: Pair, by: CountChange) {
  await tx
    .updateTable('labellings')
    .set((e) => ({
      agree: e('agree', '+', by.agree),
      disagree: e('disagree', '+', by.disagree),
      unsure: e('unsure', '+', by.unsure),
      placing_agree: e('placing_agree', '+', by.placing_agree),
      placing_disagree: e('placing_disagree', '+', by.placing_disagree),
    }))
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .execute()
}

/** Deletes a labelling that nobody holds any more: no vote, not given, no classifier's. */
export async function deleteAbandoned(tx: Db, pair: Pair) {
  await tx
    .deleteFrom('labellings')
    .where('excerpt_id', '=', pair.excerpt_id)
    .where('label_id', '=', pair.label_id)
    .where((e) => e.and([e('given', '=', 0), e('agree', '=', 0), e('disagree', '=', 0), e('unsure', '=', 0)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('machine_labellings')
            .select('classifier')
            .where('excerpt_id', '=', pair.excerpt_id)
            .where('label_id', '=', pair.label_id),
        ),
      ),
    )
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
  const { value, label_version, cast_at } = row
  await tx
    .insertInto('label_votes')
    .values(row)
    .onConflict((c) =>
      c.columns(['excerpt_id', 'label_id', 'member_id']).doUpdateSet({ value, label_version, cast_at }),
    )
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
      c.columns(['excerpt_id', 'label_id', 'classifier']).doUpdateSet({ score, prompt, answer, created_at }),
    )
    .execute()
}

/** Labellings on these excerpts with their label's name, in the order in which they were put on. */
export function selectLabellings(db: Db, excerptIds: readonly string[]) {
  return db
    .selectFrom('labellings')
    .innerJoin('labels', 'labels.id', 'labellings.label_id')
    .selectAll('labellings')
    .select('labels.name')
    .where('excerpt_id', 'in', excerptIds)
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
    .select(['excerpt_id', 'label_id', 'value'])
    .where('member_id', '=', memberId)
    .where('excerpt_id', 'in', excerptIds)
    .execute()
}

// Contestedness as `contestednessOf` in labelling.ts has it. The casts keep PostgreSQL from dividing whole numbers.
const judged = sql<number>`cast(agree - placing_agree + disagree - placing_disagree as double precision)`
const apart = sql<number>`abs(agree - placing_agree - disagree + placing_disagree)`
const contestedness = sql<number>`case when ${judged} = 0 then 0.0
  else (1 - ${apart} / ${judged}) * (1 - pow(cast(2 as double precision), -${judged} / 5)) end`

/** Excerpts that carry a label, the most contested first; one more than the page holds. */
export function selectCarrying(db: Db, labelId: string, { limit, after }: Page) {
  const [worth, id] = after ? numberAndId(after) : [0, '']
  return db
    .selectFrom((e) =>
      e
        .selectFrom('labellings')
        .select(['excerpt_id', 'label_id', contestedness.as('worth')])
        .where('label_id', '=', labelId)
        .as('carrying'),
    )
    .selectAll()
    .$if(after !== null, (q) =>
      q.where((e) => e.or([e('worth', '<', worth), e.and([e('worth', '=', worth), e('excerpt_id', '<', id)])])),
    )
    .orderBy('worth', 'desc')
    .orderBy('excerpt_id', 'desc')
    .limit(limit + 1)
    .execute()
}

/** The most contested labellings of all; none over which nobody is split. */
export function selectMostContested(db: Db, most: number) {
  return db
    .selectFrom('labellings')
    .select(['excerpt_id', 'label_id'])
    .where('agree', '>', (e) => e.ref('placing_agree'))
    .where('disagree', '>', (e) => e.ref('placing_disagree'))
    .orderBy(contestedness, 'desc')
    .orderBy('excerpt_id', 'desc')
    .orderBy('label_id')
    .limit(most)
    .execute()
}
