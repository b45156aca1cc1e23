import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, invalid, notAllowed, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { FramingRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { builtInFraming } from '../framing.ts'
import { mayEdit } from '../wording/wording.ts'
import { FramingName } from './framing-name.ts'
import * as queries from './names.queries.server.ts'

/** Framings, kept from votes and edits until the transaction ends; in no order. */
export const holdFramings = queries.selectHeldFramings

/** The framing of the whole site that goes by this name. */
export const framingNamed = queries.selectFramingNamed

/** Gives a new framing its name; false where another goes by it. */
export const takeNewName = queries.insertName

/** Takes a name for a framing of the whole site; refused where another framing goes by it. */
export async function takeName(tx: Db, member: Member, framingId: string, name: string) {
  const key = nameKey(name)
  if (key === nameKey(builtInFraming.name))
    throw invalid({ name: 'This is the name of the one framing that all propositions have.' })
  const row = { name_key: key, framing_id: framingId, name, member_id: member.id, created_at: now() }
  if (await queries.insertName(tx, row)) return
  const other = await queries.selectFramingNamed(tx, key)
  if (other && other.id !== framingId)
    throw conflict(`Another framing goes by this name: “${other.name}”. Choose another name, or have them merged.`, {
      framingId: other.id,
    })
  await queries.updateName(tx, key, name)
}

/** The key of a framing that is renamed. Its former name still leads to it; one that belongs to its claim has a key that is no name. */
export async function keyForName(tx: Db, member: Member, framing: FramingRow, name: string): Promise<string> {
  if (framing.claim_id) return framing.name_key
  await takeName(tx, member, framing.id, name)
  await noteNames(tx, framing.id, name)
  return framing.name_key === nameKey(framing.name) ? nameKey(name) : framing.name_key
}

/** Keeps a framing's other names where search finds them. */
export async function noteNames(tx: Db, framingId: string, name: string) {
  const others = (await queries.selectNames(tx, framingId)).filter((one) => one.name_key !== nameKey(name))
  await queries.updateAlsoCalled(tx, framingId, others.map((one) => one.name).join(' · '))
}

/** Lets another name lead to a framing. The same again changes nothing. */
export async function addAlias(db: Db, member: Member, framingId: string, given: FramingName) {
  const { name } = parse(FramingName, given)
  await inTransaction(db, async (tx) => {
    const framing = await nameable(tx, member, framingId)
    if (nameKey(name) === nameKey(framing.name)) return
    await takeName(tx, member, framingId, name)
    await noteNames(tx, framingId, framing.name)
    await record(tx, member, 'framing.named', { kind: 'framing', id: framingId })
  })
}

/** A name leads to the framing no longer, and is free. Its own name stays. */
export async function dropAlias(db: Db, member: Member, framingId: string, given: FramingName) {
  const { name } = parse(FramingName, given)
  await inTransaction(db, async (tx) => {
    const framing = await nameable(tx, member, framingId)
    if (nameKey(name) === nameKey(framing.name))
      throw conflict('This is the framing’s own name: edit it to change that.')
    if (!(await queries.deleteName(tx, framingId, nameKey(name)))) return
    await noteNames(tx, framingId, framing.name)
    await record(tx, member, 'framing.unnamed', { kind: 'framing', id: framingId })
  })
}

async function nameable(tx: Db, member: Member, framingId: string): Promise<FramingRow> {
  const [framing] = await holdFramings(tx, [framingId])
  if (!framing) throw notFound('framing')
  if (!mayEdit(member, framing.member_id)) throw notAllowed('Only whoever proposed a framing, and moderators, name it.')
  if (framing.built_in) throw conflict('This framing is built in and has one name.')
  if (framing.merged_into) throw conflict('This framing was merged into another.', { movedTo: framing.merged_into })
  if (framing.claim_id) throw conflict('This framing belongs to its claim: adopt it for the whole site first.')
  return framing
}

/** Makes a framing that came with an imported claim one of the whole site. */
export async function adoptFraming(db: Db, member: Member, framingId: string) {
  await inTransaction(db, async (tx) => {
    const [framing] = await holdFramings(tx, [framingId])
    if (!framing) throw notFound('framing')
    if (!mayEdit(member, framing.member_id))
      throw notAllowed('Only whoever brought a framing in, and moderators, adopt it for the whole site.')
    if (framing.merged_into) throw conflict('This framing was merged into another.', { movedTo: framing.merged_into })
    if (!framing.claim_id) return
    await takeName(tx, member, framingId, framing.name)
    await queries.updateToSiteWide(tx, framingId)
    await record(tx, member, 'framing.adopted', { kind: 'framing', id: framingId })
  })
}

/** The other names that lead to a framing. */
export async function aliasesOf(db: Db, framing: { id: string; name: string }): Promise<string[]> {
  const names = await queries.selectNames(db, framing.id)
  return names.filter((one) => nameKey(one.name) !== nameKey(framing.name)).map(({ name }) => name)
}
