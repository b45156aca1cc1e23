import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, invalid, notAllowed, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { ConceptRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { conceptsByIds, findConcept } from '../concepts.server.ts'
import { conceptIdsNamed, noteNames } from '../naming/names.server.ts'
import { editorIdsOf, holdConcepts } from '../wording/wording.server.ts'
import * as queries from './merge.queries.server.ts'
import { type Merging, mayMerge, Reason } from './merge.ts'

/** Merges a concept into another, to which its address and its names lead from then on. It keeps all of its own, so that a merge can be taken back. Whoever moves what hangs on it does so in the same transaction, after this. */
export async function mergeConcepts(db: Db, member: Member, fromId: string, intoId: string, reason: Reason) {
  const { why } = parse(Reason, reason)
  if (fromId === intoId) throw invalid({ into: 'A concept is not merged into itself: choose another.' })
  await inTransaction(db, async (tx) => {
    const [from, into] = await holdBoth(tx, fromId, intoId)
    await refuseUnlessMerging(tx, member, [from, into])
    refuseUnmergeable(from, into)
    await queries.updateMerged(tx, fromId, intoId)
    await noteNames(tx, intoId, into.name)
    await note(tx, member, 'merged', fromId, intoId, why)
  })
}

/** Takes a merge back: the concept is as it was, and its names lead to it again. Answers into which one it had been merged. */
export async function partConcept(db: Db, member: Member, fromId: string, reason: Reason): Promise<string> {
  const { why } = parse(Reason, reason)
  return inTransaction(db, async (tx) => {
    const intoId = await mergedNext(tx, fromId)
    const [from, into] = await holdBoth(tx, fromId, intoId)
    if (from.merged_next !== into.id) throw conflict(`“${from.name}” was changed meanwhile: look again.`)
    await refuseUnlessMerging(tx, member, [from])
    await queries.updateParted(tx, fromId)
    await leadBack(tx, fromId)
    await noteNames(tx, fromId, from.name)
    await noteNames(tx, intoId, into.name)
    if (into.merged_into) await noteNames(tx, into.merged_into, (await findConcept(tx, into.merged_into)).name)
    await note(tx, member, 'parted', fromId, intoId, why)
    return intoId
  })
}

async function holdBoth(tx: Db, fromId: string, intoId: string): Promise<[ConceptRow, ConceptRow]> {
  const rows = await holdConcepts(tx, [fromId, intoId])
  const [from, into] = [fromId, intoId].map((id) => rows.find((row) => row.id === id))
  if (!from) throw notFound('concept')
  if (!into) throw invalid({ into: 'There is no such concept.' })
  return [from, into]
}

async function mergedNext(tx: Db, id: string): Promise<string> {
  const [row] = await holdConcepts(tx, [id])
  if (!row) throw notFound('concept')
  if (!row.merged_next) throw conflict(`“${row.name}” is not merged into another concept.`)
  return row.merged_next
}

async function refuseUnlessMerging(tx: Db, member: Member, rows: readonly ConceptRow[]) {
  const written = []
  for (const { id, member_id } of rows) written.push({ memberId: member_id, editorIds: await editorIdsOf(tx, id) })
  if (!mayMerge(member, written))
    throw notAllowed(
      'Moderators merge concepts; and whoever made one of the two, while nobody else has edited it. Say under it that they are the same.',
    )
}

function refuseUnmergeable(from: ConceptRow, into: ConceptRow) {
  if (from.merged_into) throw conflict(`“${from.name}” was merged into another already.`, { movedTo: from.merged_into })
  if (into.merged_into === from.id)
    throw conflict(`“${into.name}” was merged into “${from.name}”: the two would lead in a circle.`)
  if (into.merged_into)
    throw conflict(`“${into.name}” was merged into another: choose that one.`, { movedTo: into.merged_into })
}

/** What was merged into a concept before it was merged itself leads to it again. */
async function leadBack(tx: Db, id: string) {
  let ids = [id]
  while (ids.length > 0) {
    ids = await queries.selectMergedNext(tx, ids)
    if (ids.length > 0) await queries.updateMergedInto(tx, ids, id)
  }
}

async function note(tx: Db, member: Member, kind: Merging['kind'], fromId: string, intoId: string, why: string) {
  const row = { id: newId(), kind, concept_id: fromId, other_id: intoId, why, member_id: member.id, at: now() }
  await queries.insertMerge(tx, row)
  await record(tx, member, `concept.${kind}`, { kind: 'concept', id: fromId })
  await touch(tx, { kind: 'concept', id: intoId })
}

/** What was merged into a concept, or it into another, and what of that was taken back; the newest first. */
export async function mergesOf(db: Db, conceptId: string): Promise<Merging[]> {
  const rows = await queries.selectMerges(db, conceptId)
  return rows.map(({ concept_id, other_id, other_name, at, ...row }) => {
    return { ...row, conceptId: concept_id, otherId: other_id, otherName: other_name, at: Number(at) }
  })
}

/** Whether a member may merge a concept, as far as it says itself. */
export async function isMerger(db: Db, member: Member | null, concept: { id: string; memberId: string }) {
  if (!member) return false
  return mayMerge(member, [{ memberId: concept.memberId, editorIds: await editorIdsOf(db, concept.id) }])
}

/** The concept that a form names, by its id, its address or any of its names. */
export async function conceptMeant(db: Db, given: string): Promise<string> {
  const asked = given.trim().replace(/^.*\/concepts\/([\w.-]+)$/, '$1')
  if (!asked) throw invalid({ into: 'Say which: by its name or its address.' })
  const isId = (await conceptsByIds(db, [asked])).length > 0
  const id = isId ? asked : (await conceptIdsNamed(db, [asked])).get(nameKey(asked))
  if (id === undefined) throw invalid({ into: 'No concept is called so.' })
  return id
}
