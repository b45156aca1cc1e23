import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { conflict, invalid, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { FramingRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Claim } from './claim.ts'
import { claimsPage, framingOf } from './claim-rows.server.ts'
import { selectClaimsJudgedBy, selectClaimToChange } from './claims.queries.server.ts'
import {
  builtInFraming,
  type Framing,
  FramingDraft,
  type FramingGiven,
  type FramingWanted,
  hueAfter,
  hues,
} from './framing.ts'
import * as queries from './framings.queries.server.ts'
import { framingNamed, takeNewName } from './naming/names.server.ts'

export { addStandpoint } from './standpoints.server.ts'

export type Added<T> = T & { isNew: boolean }

/** Puts a framing on a case, with why. One that is on it already is answered as it is; a proposition takes none. */
export async function proposeFraming(db: Db, member: Member, claimId: string, given: FramingGiven) {
  const wanted = parse(FramingDraft, given)
  return inTransaction(db, async (tx): Promise<Added<Framing>> => {
    const claim = await selectClaimToChange(tx, claimId)
    if (!claim) throw notFound('claim')
    if (claim.kind === 'proposition')
      throw conflict(`A proposition is judged by “${builtInFraming.name}” alone and takes no other framing.`)
    const placed = await placeFramings(tx, member, claimId, [wanted], () => '')
    const framing = (await queries.selectFramingsOf(tx, [claimId])).find(({ id }) => id === placed[0]?.id)
    if (!framing) throw notFound('framing')
    return { ...framingOf(framing, framing.rationale), isNew: placed[0]?.isNew === true }
  })
}

/** Puts framings on a claim that the transaction holds, after those it has; `fieldOf` says where in the input each stands. */
export async function placeFramings(
  tx: Db,
  member: Member,
  claimId: string,
  wanted: readonly FramingWanted[],
  fieldOf: (index: number) => string,
): Promise<{ id: string; isNew: boolean }[]> {
  const there = await queries.selectFramingsOf(tx, [claimId])
  let position = positionAfter(there)
  const taken = there.map(({ hue }) => hue)
  const placed = []
  for (const [index, one] of wanted.entries()) {
    const framing = await framingFor(tx, member, claimId, one, taken, fieldOf(index))
    const isNew = await placeFraming(tx, member, claimId, framing.id, position, one.rationale)
    if (isNew) position++
    taken.push(framing.hue)
    placed.push({ id: framing.id, isNew })
  }
  return placed
}

const positionAfter = (framings: readonly { position: number }[]) =>
  Math.max(-1, ...framings.map(({ position }) => position)) + 1

/** Puts imported framings on a claim that the transaction holds, after those it has: they belong to it alone. */
export async function placeOwnFramings(
  tx: Db,
  member: Member,
  claimId: string,
  wanted: readonly Pick<Coined, 'key' | 'name' | 'definition'>[],
) {
  const there = await queries.selectFramingsOf(tx, [claimId])
  const placed = []
  for (const [index, one] of wanted.entries()) {
    const coined = { ...one, claimId, coinedBy: '', hue: (there.length + index) % hues, isBuiltIn: false }
    const framing = await coinFraming(tx, member, coined)
    await placeFraming(tx, member, claimId, framing.id, positionAfter(there) + index, '')
    placed.push({ key: one.key, id: framing.id })
  }
  return placed
}

export async function placeFraming(
  tx: Db,
  member: Member,
  claimId: string,
  framingId: string,
  position: number,
  rationale: string,
): Promise<boolean> {
  const row = { claim_id: claimId, framing_id: framingId, position, rationale }
  const isNew = await queries.insertClaimFraming(tx, { ...row, member_id: member.id, created_at: now() })
  if (isNew) {
    await record(tx, member, 'framing.proposed', { kind: 'claim', id: claimId })
    await touch(tx, { kind: 'framing', id: framingId })
  }
  return isNew
}

async function framingFor(
  tx: Db,
  member: Member,
  claimId: string,
  wanted: FramingWanted,
  beside: number[],
  field: string,
) {
  if (wanted.id) return framingById(tx, claimId, wanted.id, field)
  if (!wanted.name) throw invalid({ [`${field}name`]: 'Give a name.' })
  if (nameKey(wanted.name) === nameKey(builtInFraming.name))
    throw invalid({ [`${field}name`]: 'This is the name of the one framing that all propositions have.' })
  const known = await framingNamed(tx, nameKey(wanted.name))
  if (known) return known
  if (!wanted.definition) throw invalid({ [`${field}definition`]: 'No framing has this name yet: say what it means.' })
  const hue = hueAfter(await queries.selectFramingCount(tx), beside)
  return coinFraming(tx, member, { ...wanted, hue, key: nameKey(wanted.name), isBuiltIn: false })
}

async function framingById(tx: Db, claimId: string, id: string, field: string): Promise<FramingRow> {
  const asked = await queries.selectFraming(tx, id)
  const framing = asked?.merged_into ? await queries.selectFraming(tx, asked.merged_into) : asked
  if (!framing) throw invalid({ [`${field}id`]: 'There is no such framing.' })
  if (framing.built_in) throw invalid({ [`${field}id`]: 'This framing is for propositions alone.' })
  if (framing.claim_id && framing.claim_id !== claimId)
    throw invalid({ [`${field}id`]: 'This framing belongs to another claim.' })
  return framing
}

/** The one framing of all propositions, made when the first of them is. */
export function builtIn(tx: Db, member: Member): Promise<FramingRow> {
  // No typed name has a key that begins with a space, so nobody can have taken this one.
  const key = ` ${nameKey(builtInFraming.name)}`
  return coinFraming(tx, member, { ...builtInFraming, coinedBy: '', hue: 1, key, isBuiltIn: true })
}

type Coined = Pick<FramingRow, 'name' | 'definition' | 'hue'> & {
  coinedBy: string
  key: string
  isBuiltIn: boolean
  claimId?: string
}

async function coinFraming(tx: Db, member: Member, coined: Coined): Promise<FramingRow> {
  const { name, definition, coinedBy, hue, key, isBuiltIn, claimId } = coined
  const row: FramingRow = {
    id: newId(),
    name,
    name_key: key,
    definition,
    coined_by: coinedBy,
    claim_id: claimId ?? null,
    built_in: Number(isBuiltIn),
    version: 1,
    meaning: 1,
    hue,
    ...{ merged_into: null, merged_by: null, merged_at: null, merged_why: null, also_called: '' },
    member_id: isBuiltIn ? null : member.id,
    created_at: now(),
  }
  if (!(await isCoined(tx, row))) return (await framingNamed(tx, key)) as FramingRow
  await keepMentions(tx, { kind: 'framing', id: row.id }, row.definition)
  await record(tx, isBuiltIn ? null : member, 'framing.coined', { kind: 'framing', id: row.id })
  return row
}

/** False where another framing goes by the name already, under which it is found. */
async function isCoined(tx: Db, row: FramingRow): Promise<boolean> {
  const { id, name, name_key, member_id, created_at } = row
  if (!(await queries.insertFraming(tx, row))) return false
  // Those of one claim have keys that are no names.
  if (row.claim_id) return true
  const isNew = await takeNewName(tx, { name_key, framing_id: id, name, member_id, created_at })
  if (!isNew) await queries.deleteFraming(tx, id)
  return isNew
}

export async function findFraming(db: Db, id: string): Promise<Framing> {
  const row = await queries.selectFraming(db, id)
  if (!row) throw notFound('framing')
  return framingOf(row)
}

export interface ListedFraming extends Framing {
  claimCount: number
  /** Null: built in. */
  proposedBy: string | null
}

export async function newestFramings(db: Db, page: Page): Promise<Paged<ListedFraming>> {
  const rows = await queries.selectNewestFramings(db, page)
  const { items, next } = paged(rows, page.limit, (row) => [row.created_at, row.id])
  const listed = items.map((row) => ({ ...framingOf(row), claimCount: row.claim_count ?? 0, proposedBy: row.handle }))
  return { items: listed, next }
}

/** The claims that a framing is on, newest first. */
export async function claimsJudgedBy(db: Db, framingId: string, page: Page): Promise<Paged<Claim>> {
  return claimsPage(db, page, await selectClaimsJudgedBy(db, framingId, page))
}
