import type { Member } from '#app/features/accounts/member.ts'
import type { Subject } from '#app/features/activity/activity.server.ts'
import { renderWritten } from '#app/features/mentions/links.server.ts'
import { keepMentions } from '#app/features/mentions/mentions.server.ts'
import { conflict, invalid, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { ClaimRow, FramingRow, StandpointRow } from '#db/tables.ts'
import { holdFramings, keyForName } from '../naming/names.server.ts'
import * as queries from './wording.queries.server.ts'
import { ClaimEdit, FramingEdit, StandpointEdit, type Worded, type Words } from './wording.ts'

interface Versions {
  version: number
  meaning: number
}

/** A thing with words, kept from votes and other edits until the transaction ends. */
export interface Held extends Versions {
  words: Words
  proposerId: string | null
  createdAt: number
  /** The page on which its words stand. */
  shownOn: Subject
  write(tx: Db, member: Member, words: Words, versions: Versions): Promise<void>
}

export function holdWorded(tx: Db, { kind, id }: Worded): Promise<Held> {
  return { claim: holdClaim, standpoint: holdStandpoint, framing: holdFraming }[kind](tx, id)
}

/** The same as it stands, for who reads it: nobody waits for that. */
export async function readWorded(db: Db, worded: Worded): Promise<Omit<Held, 'shownOn' | 'write'>> {
  const row = await queries.selectWorded(db, worded)
  if (!row) throw notFound(worded.kind)
  const wordsOf = { claim: claimWords, standpoint: standpointWords, framing: framingWords }[worded.kind]
  return { ...heldOf(row), words: wordsOf(row as ClaimRow & StandpointRow & FramingRow) }
}

async function holdClaim(tx: Db, id: string): Promise<Held> {
  const row = await queries.selectHeldClaim(tx, id)
  if (!row) throw notFound('claim')
  return { ...heldOf(row), shownOn: { kind: 'claim', id }, words: claimWords(row), write: writeClaim(row) }
}

const claimWords = ({ statement, context, asks, settled_by, differs }: ClaimRow): Words => {
  return { statement, context, asks, settledBy: settled_by, differs }
}

const writeClaim = (row: ClaimRow) => async (tx: Db, _: Member, words: Words, versions: Versions) => {
  const { statement = '', context = '', asks = '', settledBy = '', differs = '' } = parse(ClaimEdit, asEdit(words))
  if (!row.variant_of && differs) throw invalid({ differs: 'Only a variant differs from something.' })
  if (row.variant_of && !differs)
    throw invalid({ differs: 'Say in one line what differs from the case that this is a variant of.' })
  const more = { context_html: await renderWritten(tx, context, 'context'), settled_by: settledBy }
  await keepMentions(tx, { kind: 'claim', id: row.id }, context)
  await queries.updateClaimWords(tx, row.id, { statement, context, asks, differs, ...more, ...versions })
}

async function holdStandpoint(tx: Db, id: string): Promise<Held> {
  const found = await queries.selectStandpoint(tx, id)
  // Votes keep the claim, so whoever changes a standpoint holds that.
  if (found) await queries.selectHeldClaim(tx, found.claim_id)
  const row = found && (await queries.selectStandpoint(tx, id))
  if (!row) throw notFound('standpoint')
  const shownOn = { kind: 'claim', id: row.claim_id }
  return { ...heldOf(row), shownOn, words: standpointWords(row), write: writeStandpoint(row) }
}

const standpointWords = ({ name, definition }: StandpointRow): Words => ({ name, definition })

const writeStandpoint = (row: StandpointRow) => async (tx: Db, _: Member, words: Words, versions: Versions) => {
  if (row.position === 0) throw conflict('Every claim has “all things considered”, in these words.')
  const { name = '', definition = '' } = parse(StandpointEdit, asEdit(words))
  const others = await queries.selectStandpointsWith(tx, row.claim_id)
  const key = nameKey(name)
  if (others.some((other) => other.id !== row.id && other.name_key === key))
    throw invalid({ name: 'Another standpoint of this claim has this name.' })
  await queries.updateStandpointWords(tx, row.id, { name, name_key: key, definition, ...versions })
}

async function holdFraming(tx: Db, id: string): Promise<Held> {
  const [row] = await holdFramings(tx, [id])
  if (!row) throw notFound('framing')
  await queries.selectHeldClaimsOf(tx, [id])
  return { ...heldOf(row), shownOn: { kind: 'framing', id }, words: framingWords(row), write: writeFraming(row) }
}

const framingWords = ({ name, definition, coined_by }: FramingRow): Words => ({ name, definition, coinedBy: coined_by })

const writeFraming = (row: FramingRow) => async (tx: Db, member: Member, words: Words, versions: Versions) => {
  if (row.built_in) throw conflict('This framing is built in: its words are the same for all propositions.')
  if (row.merged_into) throw conflict('This framing was merged into another.')
  const { name = '', definition = '', coinedBy = '' } = parse(FramingEdit, asEdit(words))
  const key = await keyForName(tx, member, row, name)
  await keepMentions(tx, { kind: 'framing', id: row.id }, definition)
  await queries.updateFramingWords(tx, row.id, { name, name_key: key, definition, coined_by: coinedBy, ...versions })
}

const asEdit = (words: Words) => ({ ...words, change: 'same' })

function heldOf(row: ClaimRow | StandpointRow | FramingRow) {
  return { version: row.version, meaning: row.meaning, proposerId: row.member_id, createdAt: row.created_at }
}
