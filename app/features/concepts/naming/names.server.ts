import type { Member } from '#app/features/accounts/member.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, invalid } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import * as queries from './names.queries.server.ts'

/** Where names lead, by key: the concept, or the one into which it was merged. */
export async function conceptIdsNamed(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  const keys = [...new Set(names.map(nameKey))]
  if (keys.length === 0) return new Map()
  const rows = await queries.selectHolders(db, keys)
  return new Map(rows.map(({ name_key, concept_id }) => [name_key, concept_id]))
}

/** Gives each of some new concepts its name; answers by key which concept has it, which is another where the name was taken. */
export async function takeNewNames(
  tx: Db,
  rows: readonly { id: string; name: string; member_id: string; created_at: number }[],
) {
  const named = rows.map(({ id, name, member_id, created_at }) => {
    return { name_key: nameKey(name), concept_id: id, name, member_id, created_at }
  })
  await queries.insertNames(tx, named)
  return conceptIdsNamed(
    tx,
    rows.map(({ name }) => name),
  )
}

/** Lets a concept be found by exactly this name and these aliases; refused where another concept has one of them. */
export async function nameConcept(tx: Db, member: Member, conceptId: string, name: string, aliases: readonly string[]) {
  const wanted = new Map([name, ...aliases].toReversed().map((one) => [nameKey(one), one]))
  const had = await queries.selectNamesOf(tx, conceptId)
  for (const [name_key, one] of [...wanted].sort(byKey)) {
    const row = { name_key, concept_id: conceptId, name: one, member_id: member.id, created_at: now() }
    if (!(await queries.insertName(tx, row))) await refuseIfTaken(tx, conceptId, name_key, nameKey(name))
    await queries.updateSpelling(tx, conceptId, name_key, one)
  }
  const dropped = had.map((one) => one.name_key).filter((key) => !wanted.has(key))
  await queries.deleteNames(tx, conceptId, dropped)
  await noteNames(tx, conceptId, name)
}

/** Names are taken in one order, so that two who take the same do not wait for each other in a circle. */
const byKey = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1)

async function refuseIfTaken(tx: Db, conceptId: string, key: string, ownKey: string) {
  const [holder] = await queries.selectHolders(tx, [key])
  if (!holder || holder.holder_id === conceptId) return
  const isMergedHere = holder.concept_id === conceptId
  if (isMergedHere && key !== ownKey) return
  if (isMergedHere) throw conflict(`“${holder.name}” was merged into this one and keeps its name, which leads here.`)
  if (key === ownKey)
    throw conflict(`Another concept goes by this name: “${holder.name}”. Choose another name, or have them merged.`, {
      conceptId: holder.concept_id,
    })
  throw invalid({ aliases: `Another concept goes by “${key}”: “${holder.name}”.` })
}

/** Keeps a concept's other names where lists and search find them. */
export async function noteNames(tx: Db, conceptId: string, name: string) {
  const names = await queries.selectNamesLeadingTo(tx, conceptId)
  const others = names.filter(({ name_key }) => name_key !== nameKey(name))
  await queries.updateAlsoCalled(tx, conceptId, others.map((one) => one.name).join('\n'))
}

/** The other names that are a concept's own. */
export async function ownAliases(db: Db, concept: { id: string; name: string }): Promise<string[]> {
  const names = await queries.selectNamesOf(db, concept.id)
  return names.filter(({ name_key }) => name_key !== nameKey(concept.name)).map(({ name }) => name)
}
