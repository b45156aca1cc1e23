import { type SqlBool, sql } from 'kysely'
import { isOn } from '#db/labelled.ts'
import type { Db } from '#db/open.ts'

/** A label leads to another from now on, and so does all that leads to it. */
export async function updateMerged(tx: Db, fromId: string, intoId: string) {
  await tx.updateTable('labels').set({ merged_next: intoId }).where('id', '=', fromId).execute()
  await tx
    .updateTable('labels')
    .set({ merged_into: intoId })
    .where((e) => e.or([e('id', '=', fromId), e('merged_into', '=', fromId)]))
    .execute()
}

export function selectNext(tx: Db, id: string) {
  return tx.selectFrom('labels').select(['name', 'merged_next']).where('id', '=', id).executeTakeFirst()
}

export async function updateParted(tx: Db, id: string) {
  await tx.updateTable('labels').set({ merged_into: null, merged_next: null }).where('id', '=', id).execute()
}

/** The labels that were merged into these themselves. */
export async function selectMergedNext(tx: Db, ids: string[]): Promise<string[]> {
  const rows = await tx.selectFrom('labels').select('id').where('merged_next', 'in', ids).execute()
  return rows.map(({ id }) => id)
}

export async function updateMergedInto(tx: Db, ids: string[], intoId: string) {
  await tx.updateTable('labels').set({ merged_into: intoId }).where('id', 'in', ids).execute()
}

/** The labels that lead to this one, by name. */
export function selectMergedInto(db: Db, intoId: string) {
  return db.selectFrom('labels').select(['id', 'name']).where('merged_into', '=', intoId).orderBy('name_key').execute()
}

export async function updateAlsoCalled(tx: Db, id: string, also_called: string) {
  await tx.updateTable('labels').set({ also_called }).where('id', '=', id).execute()
}

const none = sql<number>`0`
const counts = ['agree', 'disagree', 'unsure', 'placing_agree', 'placing_disagree'] as const
const earlierCounts = ['earlier_agree', 'earlier_disagree', 'earlier_unsure'] as const

/** Copies where a label is, still without votes; nothing where the other is already. */
export async function insertLabellings(tx: Db, fromId: string, intoId: string) {
  await tx
    .insertInto('labellings')
    .columns(['excerpt_id', 'given', 'placed_by', 'created_at', 'label_id', 'merged_from', ...counts, ...earlierCounts])
    .expression((e) =>
      e
        .selectFrom('labellings')
        .select(['excerpt_id', 'given', 'placed_by', 'created_at'])
        .select([sql<string>`${intoId}`.as('label_id'), sql<string>`${fromId}`.as('merged_from')])
        .select([...counts, ...earlierCounts].map((column) => none.as(column)))
        .where('label_id', '=', fromId),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Before the first version of any label: a vote on words that were another's. */
const noVersion = 0

/** Copies the votes on a label as votes on earlier words of the other; whoever voted on both has said what they say of that. */
export async function insertVotes(tx: Db, fromId: string, intoId: string) {
  await tx
    .insertInto('label_votes')
    .columns([
      'excerpt_id',
      'member_id',
      'value',
      'blind',
      'cast_at',
      'placing',
      'label_version',
      'label_id',
      'merged_from',
    ])
    .expression((e) =>
      e
        .selectFrom('label_votes')
        .select(['excerpt_id', 'member_id', 'value', 'blind', 'cast_at'])
        .select([none.as('placing'), sql<number>`${sql.lit(noVersion)}`.as('label_version')])
        .select([sql<string>`${intoId}`.as('label_id'), sql<string>`${fromId}`.as('merged_from')])
        .where('label_id', '=', fromId),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Copies what classifiers said of a label, where they said nothing of the other. */
export async function insertMachineWords(tx: Db, fromId: string, intoId: string) {
  await tx
    .insertInto('machine_labellings')
    .columns(['excerpt_id', 'classifier', 'score', 'prompt', 'answer', 'created_at', 'label_id', 'merged_from'])
    .expression((e) =>
      e
        .selectFrom('machine_labellings')
        .select(['excerpt_id', 'classifier', 'score', 'prompt', 'answer', 'created_at'])
        .select([sql<string>`${intoId}`.as('label_id'), sql<string>`${fromId}`.as('merged_from')])
        .where('label_id', '=', fromId),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Deletes the copies of votes and of what classifiers said that nobody has said of this label since. */
export async function deleteCopies(tx: Db, fromId: string, intoId: string) {
  for (const table of ['label_votes', 'machine_labellings'] as const)
    await tx.deleteFrom(table).where('label_id', '=', intoId).where('merged_from', '=', fromId).execute()
}

const isHeld = sql<SqlBool>`(exists (select 1 from label_votes v
    where v.excerpt_id = labellings.excerpt_id and v.label_id = labellings.label_id)
  or exists (select 1 from machine_labellings m
    where m.excerpt_id = labellings.excerpt_id and m.label_id = labellings.label_id))`
const isPlacerStill = sql<SqlBool>`exists (select 1 from label_votes v where v.member_id = labellings.placed_by
  and v.excerpt_id = labellings.excerpt_id and v.label_id = labellings.label_id)`

/** Takes the copies of where a label is off, but for what somebody has said there since: that is the label's own then. */
export async function deleteLabellings(tx: Db, fromId: string, intoId: string) {
  await tx
    .deleteFrom('labellings')
    .where('label_id', '=', intoId)
    .where('merged_from', '=', fromId)
    .where((e) => e.not(isHeld))
    .execute()
  await tx
    .updateTable('labellings')
    .set({ given: 0, merged_from: null })
    .set({ placed_by: sql<string | null>`case when ${isPlacerStill} then placed_by end` })
    .where('label_id', '=', intoId)
    .where('merged_from', '=', fromId)
    .execute()
}

/** On how many excerpts a label is, and how many votes and words of classifiers go along. */
export async function selectWeight(db: Db, labelId: string) {
  const of = (table: 'labellings' | 'label_votes' | 'machine_labellings') =>
    db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('label_id', '=', labelId)
  const excerpts = await of('labellings').where(isOn).executeTakeFirstOrThrow()
  const votes = await of('label_votes').executeTakeFirstOrThrow()
  const machine = await of('machine_labellings').executeTakeFirstOrThrow()
  return { excerpts: Number(excerpts.n), votes: Number(votes.n), machine: Number(machine.n) }
}
