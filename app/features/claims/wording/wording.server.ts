import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, notAllowed, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { WordingRow } from '#db/tables.ts'
import { holdWorded, readWorded } from './held-words.server.ts'
import * as queries from './wording.queries.server.ts'
import { type Change, mayEdit, mayRule, Reason, type Version, type Worded, type Words } from './wording.ts'

/** Holds the claims that framings are on. */
export const holdClaimsOf = queries.selectHeldClaimsOf

/** Keeps framings and then claims from being edited while somebody votes on them. */
export const keepWords = queries.selectKeptWords

/** Writes down anew what a thing says; answers since which version it means what it means, where that is this one. */
export async function editWords(
  tx: Db,
  member: Member,
  worded: Worded,
  { change, ...edit }: Partial<Words> & { change: Change },
): Promise<number | null> {
  const thing = await holdWorded(tx, worded)
  if (!mayEdit(member, thing.proposerId)) throw notAllowed('Only whoever proposed it, and moderators, edit its words.')
  const words = { ...thing.words, ...withoutGaps(edit) }
  if (isSame(thing.words, words)) return null
  const version = thing.version + 1
  const meaning = change === 'changed' ? version : thing.meaning
  await thing.write(tx, member, words, { version, meaning })
  const first = { ...rowOf(worded, thing.words), version: thing.version, change: 'first' as const }
  await queries.insertWordings(tx, [
    { ...first, member_id: thing.proposerId, created_at: thing.createdAt },
    { ...rowOf(worded, words), version, change, member_id: member.id, created_at: now() },
  ])
  await record(tx, member, `${worded.kind}.edited`, thing.shownOn)
  return change === 'changed' ? version : null
}

const withoutGaps = (edit: Partial<Words>) =>
  Object.fromEntries(Object.entries(edit).filter(([, text]) => text !== undefined)) as Words

const isSame = (one: Words, other: Words) => Object.entries(other).every(([field, text]) => one[field] === text)

function rowOf(
  { kind, id }: Worded,
  words: Words,
): Omit<WordingRow, 'version' | 'change' | 'member_id' | 'created_at'> {
  return { kind, id, words: JSON.stringify(words), ruled_by: null, ruled_why: null, ruled_at: null }
}

/** An edit that was said to keep the meaning changed it after all; answers since which version the thing means what it means. */
export async function disputeEdit(tx: Db, member: Member, worded: Worded, version: number, reason: Reason) {
  const { why } = parse(Reason, reason)
  refuseUnlessRuling(member)
  const thing = await holdWorded(tx, worded)
  const isVersion = Number.isInteger(version) && version > 0 && version <= thing.version
  const ruling = { ruled_by: member.id, ruled_why: why, ruled_at: now() }
  if (!isVersion || !(await queries.updateChange(tx, worded, version, ruling)))
    throw conflict(`Version ${version} is no edit that was said to keep the meaning.`)
  const meaning = Math.max(thing.meaning, version)
  await queries.updateMeaning(tx, worded, meaning)
  await record(tx, member, `${worded.kind}.disputed`, thing.shownOn)
  return meaning
}

export function refuseUnlessRuling(member: Member) {
  if (!mayRule(member)) throw notAllowed('Moderators merge framings, and dispute what an edit means.')
}

/** What a thing said, the newest first; one that was never edited has its first words alone. */
export async function versionsOf(db: Db, worded: Worded): Promise<Version[]> {
  const rows = await queries.selectWordings(db, worded)
  if (rows.length === 0) return [await firstOf(db, worded)]
  return rows.map((row) => ({
    ...{ version: row.version, change: row.change, words: JSON.parse(row.words) as Words },
    ...{ handle: row.handle, createdAt: row.created_at },
    ruling: row.ruler === null ? null : { handle: row.ruler, why: row.ruled_why ?? '', at: row.ruled_at ?? 0 },
  }))
}

async function firstOf(db: Db, worded: Worded): Promise<Version> {
  const { words, proposerId, createdAt } = await readWorded(db, worded)
  const proposer = proposerId === null ? undefined : await queries.selectHandle(db, proposerId)
  return { version: 1, change: 'first', words, handle: proposer?.handle ?? null, createdAt, ruling: null }
}

/** A standpoint of this claim. */
export async function findStandpoint(db: Db, claimId: string, id: string) {
  const row = await queries.selectStandpoint(db, id)
  if (!row || row.claim_id !== claimId) throw notFound('standpoint on this claim')
  return row
}
