import type * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { LabelRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { type Label, LabelDraft, type UsedLabel } from './label.ts'
import * as queries from './labels.queries.server.ts'

/** Proposes a label. A name that is taken, in whatever case or spacing, gives the label that has it; where that was merged, the one into which it was. */
export async function proposeLabel(db: Db, member: Member, draft: v.InferInput<typeof LabelDraft>) {
  const row = rowOf(member, parse(LabelDraft, draft))
  return inTransaction(db, async (tx) => {
    const isNew = await queries.insertLabel(tx, row)
    if (isNew) await queries.insertFirstVersion(tx, row)
    if (isNew) await keepMentions(tx, { kind: 'label', id: row.id }, row.definition, row.examples, row.counter_examples)
    if (isNew) await record(tx, member, 'label.proposed', { kind: 'label', id: row.id })
    const kept = isNew ? row : await queries.selectLabelByKey(tx, row.name_key)
    return { label: labelOf(kept as LabelRow), isNew }
  })
}

function rowOf(member: Member, draft: v.InferOutput<typeof LabelDraft>): LabelRow {
  return {
    id: newId(),
    name: draft.name,
    name_key: nameKey(draft.name),
    definition: draft.definition,
    examples: draft.examples,
    counter_examples: draft.counterExamples,
    version: 1,
    meaning: 1,
    ...{ merged_into: null, merged_next: null, also_called: '' },
    retired_at: null,
    member_id: member.id,
    created_at: now(),
  }
}

export async function findLabel(db: Db, id: string): Promise<Label> {
  const row = await queries.selectLabel(db, id)
  if (!row) throw notFound('label')
  return labelOf(row)
}

/** Keeps a label from being edited, merged or retired until the transaction ends; many may do so at once. */
export async function keepLabel(tx: Db, id: string) {
  await queries.selectKept(tx, id)
}

/** The label with this name, or that into which it was merged, without regard to case and spacing. */
export async function labelNamed(db: Db, name: string): Promise<Label | undefined> {
  const row = await queries.selectLabelByKey(db, nameKey(name))
  return row && labelOf(row)
}

export async function newestLabels(db: Db, page: Page): Promise<Paged<UsedLabel>> {
  const rows = await queries.selectLabels(db, page)
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.id])
  const withUse = items.map((row) => ({ ...labelOf(row), used: row.used ?? 0, contested: row.contested ?? 0 }))
  return { items: withUse, next }
}

export type NamedLabel = Pick<Label, 'id' | 'name' | 'definition' | 'retiredAt'>

/** Every label that stands for itself, by name; those that are retired are put on nothing more. */
export async function allLabelNames(db: Db): Promise<NamedLabel[]> {
  const rows = await queries.selectLabelNames(db)
  return rows.map(({ retired_at, ...label }) => ({ ...label, retiredAt: retired_at }))
}

function labelOf(row: LabelRow): Label {
  const { id, name, definition, examples, version, meaning } = row
  const state = { version, meaning, mergedInto: row.merged_into, retiredAt: row.retired_at, memberId: row.member_id }
  return { id, name, definition, examples, counterExamples: row.counter_examples, ...state, createdAt: row.created_at }
}
