import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, invalid, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { FramingRow } from '#db/tables.ts'
import { holdClaimsOf, refuseUnlessRuling } from '../wording/wording.server.ts'
import * as queries from './merge.queries.server.ts'
import { holdFramings, noteNames } from './names.server.ts'

/** Holds both framings and their claims from votes and edits, and refuses what cannot be merged. */
export async function holdToMerge(tx: Db, member: Member, fromId: string, intoId: string) {
  refuseUnlessRuling(member)
  if (fromId === intoId) throw invalid({ into: 'A framing is not merged into itself: choose another.' })
  const framings = await holdFramings(tx, [fromId, intoId])
  const [from, into] = [fromId, intoId].map((id) => framings.find((one) => one.id === id))
  if (!from) throw notFound('framing')
  if (!into) throw invalid({ into: 'There is no such framing.' })
  refuseUnmergeable(from, into)
  await holdClaimsOf(tx, [fromId, intoId])
}

function refuseUnmergeable(from: FramingRow, into: FramingRow) {
  if (from.built_in || into.built_in)
    throw conflict('The framing of all propositions is built in: nothing is merged with it.')
  if (from.merged_into) throw conflict(`“${from.name}” was merged into another already.`, { movedTo: from.merged_into })
  if (into.merged_into === from.id)
    throw conflict(`“${into.name}” was merged into “${from.name}”: the two would lead in a circle.`)
  if (into.merged_into)
    throw conflict(`“${into.name}” was merged into another: choose that one.`, { movedTo: into.merged_into })
  if (into.claim_id && into.claim_id !== from.claim_id)
    throw conflict(`“${into.name}” belongs to its claim: adopt it for the whole site first.`)
}

/** Leads everything of a framing that the transaction holds to the other: its address, its names, its places on claims. */
export async function leadInto(tx: Db, member: Member, fromId: string, intoId: string, why: string) {
  const [from, into] = await both(tx, fromId, intoId)
  const claims = await queries.selectClaimsWith(tx, fromId)
  await queries.updatePlacesInto(tx, fromId, intoId)
  await queries.updateMerged(tx, fromId, intoId, { merged_by: member.id, merged_at: now(), merged_why: why })
  await queries.updateNamesInto(tx, fromId, intoId)
  if (from.name_key === nameKey(from.name)) await queries.updateKey(tx, fromId, ` ${fromId}`)
  await noteNames(tx, intoId, into.name)
  await record(tx, member, 'framing.merged', { kind: 'framing', id: fromId })
  await touch(tx, { kind: 'framing', id: intoId })
  for (const { claim_id } of claims) await touch(tx, { kind: 'claim', id: claim_id })
}

async function both(tx: Db, fromId: string, intoId: string) {
  const framings = await holdFramings(tx, [fromId, intoId])
  return [fromId, intoId].map((id) => framings.find((one) => one.id === id)) as [FramingRow, FramingRow]
}

export interface Merged {
  id: string
  name: string
  handle: string
  why: string
  at: number
}

type Row = NonNullable<Awaited<ReturnType<typeof queries.selectMerge>>>

const mergedOf = ({ id, name, handle, merged_why, merged_at }: Row): Merged => {
  return { id, name, handle: handle ?? '', why: merged_why ?? '', at: Number(merged_at) }
}

/** Where a framing leads since it was merged, and why. */
export async function mergeOf(db: Db, id: string): Promise<Merged | null> {
  const row = await queries.selectMerge(db, id)
  return row ? mergedOf(row) : null
}

/** What was merged into a framing, the newest first. */
export async function mergedInto(db: Db, id: string): Promise<Merged[]> {
  return (await queries.selectMergedInto(db, id)).map(mergedOf)
}

/** On how many claims a framing is, and how many votes would go along. */
export const weightOf = queries.selectWeight
