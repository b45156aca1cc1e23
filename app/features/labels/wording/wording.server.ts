import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, notAllowed, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { LabelRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './wording.queries.server.ts'
import { LabelEdit, type LabelVersion, mayEditLabel } from './wording.ts'

/** Writes down anew what a label means. Where the meaning changed, votes so far are set apart until those who cast them say how it is with the new words. */
export async function editLabel(db: Db, member: Member, labelId: string, edit: LabelEdit) {
  const { change, ...wanted } = parse(LabelEdit, edit)
  await inTransaction(db, async (tx) => {
    const old = await editableLabel(tx, member, labelId)
    const words = wordsOf(old, wanted)
    if (isSame(old, words)) return
    const version = old.version + 1
    await queries.updateWords(tx, labelId, { ...words, version, meaning: change === 'changed' ? version : old.meaning })
    const row = { label_id: labelId, version, change, ...words, member_id: member.id, created_at: now() }
    await queries.insertVersion(tx, row)
    await keepMentions(tx, { kind: 'label', id: labelId }, ...Object.values(words))
    if (change === 'changed') await queries.updateCountsToEarlier(tx, labelId)
    await record(tx, member, 'label.edited', { kind: 'label', id: labelId })
  })
}

async function editableLabel(tx: Db, member: Member, labelId: string): Promise<LabelRow> {
  const label = await queries.selectHeldLabel(tx, labelId)
  if (!label) throw notFound('label')
  if (!mayEditLabel(member, label.member_id))
    throw notAllowed('Only whoever proposed a label, and moderators, edit what it means.')
  if (label.merged_into) throw conflict('This label was merged into another.')
  return label
}

type Words = Pick<LabelRow, 'definition' | 'examples' | 'counter_examples'>

function wordsOf(old: Words, wanted: Omit<LabelEdit, 'change'>): Words {
  return {
    definition: wanted.definition ?? old.definition,
    examples: wanted.examples ?? old.examples,
    counter_examples: wanted.counterExamples ?? old.counter_examples,
  }
}

const isSame = (one: Words, other: Words) =>
  one.definition === other.definition &&
  one.examples === other.examples &&
  one.counter_examples === other.counter_examples

/** What a label was said to mean, the newest first. */
export async function versionsOfLabel(db: Db, labelId: string): Promise<LabelVersion[]> {
  const rows = await queries.selectVersions(db, labelId)
  return rows.map(({ version, change, definition, examples, handle, counter_examples, created_at }) => ({
    ...{ version, change, definition, examples, handle },
    ...{ counterExamples: counter_examples, createdAt: created_at },
  }))
}
