import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { invalid, notAllowed, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { LabelRow, LabelRulingRow } from '#db/tables.ts'
import { mayRule, type Ruling } from './ruling.ts'
import * as queries from './rulings.queries.server.ts'

export function refuseUnlessRuling(member: Member) {
  if (!mayRule(member)) throw notAllowed('Moderators merge and retire labels, and dispute what an edit means.')
}

/** A label, held from votes and edits until the transaction ends. */
export async function holdLabel(tx: Db, id: string): Promise<LabelRow> {
  const [label] = await queries.selectHeld(tx, [id])
  if (!label) throw notFound('label')
  return label
}

/** A label of the address and one that was chosen, both held. */
export async function holdBoth(tx: Db, id: string, otherId: string): Promise<[LabelRow, LabelRow]> {
  const labels = await queries.selectHeld(tx, [id, otherId])
  const [label, other] = [id, otherId].map((wanted) => labels.find((one) => one.id === wanted))
  if (!label) throw notFound('label')
  if (!other) throw invalid({ into: 'There is no such label.' })
  return [label, other]
}

type What = Pick<LabelRulingRow, 'kind' | 'why'> & Partial<Pick<LabelRulingRow, 'other_id' | 'version'>>

/** Notes what a moderator decided: in the log, and to be read on the label's history. */
export async function rule(tx: Db, member: Member, labelId: string, what: What) {
  const row = { id: newId(), label_id: labelId, other_id: null, version: null, member_id: member.id, at: now() }
  await queries.insertRuling(tx, { ...row, ...what })
  await record(tx, member, `label.${what.kind}`, { kind: 'label', id: labelId })
  if (what.other_id) await touch(tx, { kind: 'label', id: what.other_id })
}

/** What moderators decided about a label, and about what was merged into it, the newest first. */
export async function rulingsOn(db: Db, labelId: string): Promise<Ruling[]> {
  const rows = await queries.selectRulings(db, labelId)
  return rows.map(({ id, kind, label_id, name, other_id, other_name, version, why, handle, at }) => ({
    ...{ id, kind, name, version, why, handle, at: Number(at) },
    ...{ labelId: label_id, otherId: other_id, otherName: other_name },
  }))
}
