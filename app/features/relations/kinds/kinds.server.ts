import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, invalid, notAllowed, notFound } from '#app/lib/refusal.ts'
import { nameKey, slugOf } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { RelationKindRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './kinds.queries.server.ts'
import { KindDraft, KindNames, mayNameKinds, type RelationKind } from './relation-kind.ts'

/** All kinds of relations, in the order in which they came. */
export async function relationKinds(db: Db): Promise<RelationKind[]> {
  return (await queries.selectKinds(db)).map(kindOf)
}

export async function findKind(db: Db, id: string): Promise<RelationKind> {
  const kind = (await relationKinds(db)).find((one) => one.id === id)
  if (!kind) throw notFound('kind of relation')
  return kind
}

export interface KindSaid {
  kind: RelationKind
  /** It was said as it reads from the other end. */
  isInverse: boolean
}

/** A kind by its id or one of its names; refuses what is none, and says which there are. */
export function kindSaid(kinds: readonly RelationKind[], said: string, field = 'kind'): KindSaid {
  const key = nameKey(said)
  const kind = kinds.find(({ id, name }) => id === said || nameKey(name) === key)
  if (kind) return { kind, isInverse: false }
  const inverse = kinds.find((one) => nameKey(one.inverse) === key)
  if (inverse) return { kind: inverse, isInverse: true }
  throw invalid({ [field]: `There is no relation “${said}”. There are: ${kinds.map(({ name }) => name).join(', ')}.` })
}

/** Counts a write of a kind that may lead in no circle, and keeps others from writing one until the transaction ends. */
export const holdKind = queries.updateChanges

/** How many relations of each kind there are, by id. */
export const usesOfKinds = queries.selectUses

/** Adds a kind of relation to the vocabulary. */
export async function addKind(db: Db, member: Member, draft: KindDraft): Promise<RelationKind> {
  const given = parse(KindDraft, draft)
  refuseUnlessModerating(member)
  const names = namesOf(given)
  const symmetric = names.name_key === names.inverse_key
  if (symmetric && given.acyclic)
    throw invalid({ acyclic: 'What reads the same from both ends leads in a circle at once.' })
  return inTransaction(db, async (tx) => {
    await refuseTakenNames(tx, names)
    const row: RelationKindRow = {
      ...{ id: slugOf(given.name) || newId(), ...names, symmetric: Number(symmetric) },
      ...{ acyclic: Number(given.acyclic), changes: 0, member_id: member.id, created_at: now() },
    }
    // Of two names that are spelt alike, as "cites" and "cites!", the second gets an id that is no word.
    if (!(await queries.insertKind(tx, row))) await queries.insertKind(tx, Object.assign(row, { id: newId() }))
    await record(tx, member, 'relation-kind.added', { kind: 'relation-kind', id: row.id })
    return kindOf(row)
  })
}

/** Gives a kind other names: what is said with it reads so from then on. */
export async function renameKind(db: Db, member: Member, id: string, draft: KindNames) {
  const names = namesOf(parse(KindNames, draft))
  refuseUnlessModerating(member)
  await inTransaction(db, async (tx) => {
    await refuseTakenNames(tx, names, id)
    const kind = (await queries.selectKinds(tx)).find((one) => one.id === id)
    if (!kind) throw notFound('kind of relation')
    if ((names.name_key === names.inverse_key) !== (kind.symmetric === 1))
      throw invalid({
        inverse: kind.symmetric
          ? 'This kind reads the same from both ends: give it one name.'
          : 'This kind reads differently from its two ends: give it two names.',
      })
    await queries.updateNames(tx, id, names)
    await record(tx, member, 'relation-kind.renamed', { kind: 'relation-kind', id })
  })
}

function refuseUnlessModerating(member: Member) {
  if (!mayNameKinds(member)) throw notAllowed('Moderators add and rename kinds of relations.')
}

const namesOf = ({ name, inverse }: { name: string; inverse: string }) => {
  return { name, name_key: nameKey(name), inverse, inverse_key: nameKey(inverse) }
}

type Names = ReturnType<typeof namesOf>

/** A name reads one way only: no two kinds share one, from whichever end. */
async function refuseTakenNames(tx: Db, { name_key, inverse_key }: Names, except?: string) {
  await queries.selectKindsToHold(tx)
  const others = (await queries.selectKinds(tx)).filter(({ id }) => id !== except)
  const taken = others.find((one) =>
    [name_key, inverse_key].some((key) => key === one.name_key || key === one.inverse_key),
  )
  if (taken) throw conflict(`These words are taken: “${taken.name}”, the other way round “${taken.inverse}”.`)
}

function kindOf({ id, name, inverse, symmetric, acyclic, changes }: RelationKindRow): RelationKind {
  return { id, name, inverse, isSymmetric: symmetric === 1, isAcyclic: acyclic === 1, changes }
}
