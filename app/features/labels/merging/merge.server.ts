import type { Member } from '#app/features/accounts/member.ts'
import { conflict, invalid, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { LabelRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { recount } from '../counting/recount.server.ts'
import { findLabel } from '../labels.server.ts'
import { Chosen, Reason } from '../rulings/ruling.ts'
import { holdBoth, refuseUnlessRuling, rule } from '../rulings/rulings.server.ts'
import * as queries from './merge.queries.server.ts'

/** Merges a label into another, to which it leads from then on. It is put wherever the first was; the votes come along as votes on earlier words, until those who cast them confirm them. The first keeps its own, so that a merge can be taken back. */
export async function mergeLabel(db: Db, member: Member, fromId: string, intoId: string, reason: Reason) {
  const { why } = parse(Chosen, { into: intoId, ...reason })
  refuseUnlessRuling(member)
  if (fromId === intoId) throw invalid({ into: 'A label is not merged into itself: choose another.' })
  await inTransaction(db, async (tx) => {
    const [from, into] = await holdBoth(tx, fromId, intoId)
    await refuseUnmergeable(tx, from, into)
    await queries.updateMerged(tx, fromId, intoId)
    await queries.insertLabellings(tx, fromId, intoId)
    await queries.insertVotes(tx, fromId, intoId)
    await queries.insertMachineWords(tx, fromId, intoId)
    await recount(tx, intoId)
    await noteNames(tx, fromId, intoId)
    await rule(tx, member, fromId, { kind: 'merged', other_id: intoId, why })
  })
}

async function refuseUnmergeable(tx: Db, from: LabelRow, into: LabelRow) {
  const nameOf = async (id: string) => `“${(await findLabel(tx, id)).name}”`
  if (from.merged_into) {
    const where = await nameOf(from.merged_into)
    throw conflict(`“${from.name}” was merged into ${where} already.`, { movedTo: from.merged_into })
  }
  if (into.merged_into === from.id)
    throw conflict(`“${into.name}” was merged into “${from.name}”: the two would lead in a circle.`)
  if (into.merged_into) {
    const where = await nameOf(into.merged_into)
    throw conflict(`“${into.name}” was merged into ${where}: choose that one.`, { movedTo: into.merged_into })
  }
  if (into.retired_at !== null) throw conflict(`“${into.name}” is retired: bring it back first.`)
}

/** Takes a merge back: the label is as it was, and the other keeps only what was said of it itself. */
export async function partLabel(db: Db, member: Member, fromId: string, reason: Reason) {
  const { why } = parse(Reason, reason)
  refuseUnlessRuling(member)
  await inTransaction(db, async (tx) => {
    const { name, intoId } = await whereMerged(tx, fromId)
    const [from, into] = await holdBoth(tx, fromId, intoId)
    if (from.merged_next !== into.id) throw conflict(`“${name}” was changed meanwhile: look again.`)
    if (into.merged_into)
      throw conflict(`“${into.name}”, into which it was merged, was itself merged since: take that back first.`)
    await queries.updateParted(tx, fromId)
    await leadBack(tx, fromId)
    await queries.deleteCopies(tx, fromId, intoId)
    await queries.deleteLabellings(tx, fromId, intoId)
    await recount(tx, intoId)
    await noteNames(tx, fromId, intoId)
    await rule(tx, member, fromId, { kind: 'parted', other_id: intoId, why })
  })
}

async function whereMerged(tx: Db, id: string) {
  const label = await queries.selectNext(tx, id)
  if (!label) throw notFound('label')
  if (!label.merged_next) throw conflict(`“${label.name}” is not merged into another label.`)
  return { name: label.name, intoId: label.merged_next }
}

/** What was merged into a label before it was merged itself leads to it again. */
async function leadBack(tx: Db, id: string) {
  let ids = [id]
  while (ids.length > 0) {
    ids = await queries.selectMergedNext(tx, ids)
    if (ids.length > 0) await queries.updateMergedInto(tx, ids, id)
  }
}

async function noteNames(tx: Db, ...ids: string[]) {
  for (const id of ids) {
    const names = (await queries.selectMergedInto(tx, id)).map(({ name }) => name)
    await queries.updateAlsoCalled(tx, id, names.join(' · '))
  }
}

/** The labels that lead to this one since they were merged, by name. */
export const mergedInto = queries.selectMergedInto

/** What a merge would carry along. */
export const weightOf = queries.selectWeight
