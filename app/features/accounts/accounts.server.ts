import { hash, verify } from '@node-rs/argon2'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, invalid, isRefusal, notFound } from '#app/lib/refusal.ts'
import { lengthOf, nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { MemberRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './accounts.queries.server.ts'
import { Handle, Joining, type Member, type Role } from './member.ts'
import { refuseGuessedFirst } from './signing-in/guessed-first.server.ts'

/** Makes an account. The handle is checked against all others by the table's key, so two who ask at once get one refusal. */
export async function join(db: Db, handle: string, password: string, role: Role = 'member'): Promise<Member> {
  const wanted = parse(Joining, { handle, password })
  await refuseGuessedFirst(wanted.password)
  const passwordHash = await hash(wanted.password)
  return addMember(db, { handle: wanted.handle, role, unclaimed: 0, password_hash: passwordHash })
}

/** Makes an account that cannot be signed in to by password: tokens serve it. */
export async function addWithoutPassword(db: Db, handle: string, role: Role = 'member'): Promise<Member> {
  return addMember(db, { handle: parse(Handle, handle), role, unclaimed: 0, password_hash: null })
}

/** The member that stands for an imported author or voter, made on first sight; names become handles. Never somebody who joined: what is imported is not their word. */
export async function unclaimedMember(db: Db, name: string): Promise<Member> {
  const handle = handleFrom(name)
  return (
    (await unclaimedAs(db, handle)) ?? (await unclaimedAs(db, `${handle.slice(0, 31)}-imported`)) ?? namesake(handle)
  )
}

/** The unclaimed member with this handle, made if need be, or who it turned out to be; nothing where somebody who joined has it. */
async function unclaimedAs(db: Db, handle: string): Promise<Member | undefined> {
  const find = () => queries.selectMemberByHandle(db, nameKey(handle))
  const given = { handle, role: 'member', unclaimed: 1, password_hash: null } as const
  if (!(await find())) await addMember(db, given).catch(unlessTaken)
  const row = await find()
  return row?.unclaimed || row?.attributed ? memberOf(row) : undefined
}

/** Somebody was faster, which is as good; anything else is thrown on. */
function unlessTaken(error: unknown): undefined {
  if (!isRefusal(error)) throw error
}

function namesake(handle: string): never {
  throw conflict(`Members who joined have the handles ${handle} and ${handle}-imported; the import needs another name.`)
}

/** A name in other letters than a handle has becomes a digest of itself, so that two such names are two members. */
function handleFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|(?<!-)-+$/g, '')
  const isMostlyLost = lengthOf(plain.replace(/-/g, '')) * 2 < lengthOf(name.replace(/[\s\p{P}\p{M}]/gu, ''))
  if (plain.length < 2 || isMostlyLost) return `author-${sha256(name).slice(0, 12)}`
  return plain.slice(0, 40)
}

const blank = {
  bio: '',
  shows_ballots: 0,
  email: null,
  email_confirmed_at: null,
  attributed_to: null,
  removed_at: null,
}

type Given = Pick<MemberRow, 'handle' | 'role' | 'unclaimed' | 'password_hash'>

async function addMember(db: Db, given: Given): Promise<Member> {
  const row = { id: newId(), handle_key: nameKey(given.handle), ...blank, created_at: now(), ...given }
  return inTransaction(db, async (tx) => {
    if (!(await queries.insertMember(tx, row))) throw invalid({ handle: `The handle ${given.handle} is taken.` })
    await record(tx, row, 'member.joined', { kind: 'member', id: row.id })
    return memberOf(row)
  })
}

// Verified against when the handle is unknown, so that the answer takes as long as for a known one.
let decoy: Promise<string> | undefined

/** The member with this handle and password. One refusal for an unknown handle and a wrong password. */
export async function authenticate(db: Db, handle: string, password: string): Promise<Member> {
  const row = await queries.selectMemberByHandle(db, nameKey(handle))
  decoy ??= hash('a password that nobody has')
  const matches = await verify(row?.password_hash ?? (await decoy), password)
  if (!row?.password_hash || !matches) throw invalid({ password: 'No member has this handle and password.' })
  return memberOf(row)
}

export async function findMember(db: Db, id: string): Promise<Member> {
  const row = await queries.selectMember(db, id)
  if (!row) throw notFound('member')
  return memberOf(row)
}

export async function memberOfHandle(db: Db, handle: string): Promise<Member | undefined> {
  const row = await queries.selectMemberByHandle(db, nameKey(handle))
  return row && memberOf(row)
}

export interface Profile extends Member {
  bio: string
  showsBallots: boolean
  joinedAt: number
  /** The account was removed: this is what stands for whoever it was. */
  isRemoved: boolean
}

export async function findProfile(db: Db, handle: string): Promise<Profile> {
  const row = await queries.selectMemberByHandle(db, nameKey(handle))
  if (!row) throw notFound('member')
  return profileOf(row)
}

/** Whether a handle is one that the member went by before. */
export function isFormerHandle(member: { handle: string }, handle: string): boolean {
  return nameKey(member.handle) !== nameKey(handle)
}

/** Every member: for a command to list. */
export async function oldestMembers(db: Db): Promise<Member[]> {
  return (await queries.selectMembers(db)).map(memberOf)
}

/** Who came first, of all or of those with a role; nobody where nobody lives. */
export async function oldestMember(db: Db, role?: Role): Promise<Member | undefined> {
  const row = await queries.selectOldestMember(db, role)
  return row && memberOf(row)
}

/** Changes what others see of a member: the bio, and whether own ballots are shown with name and reason. */
export async function describeMember(db: Db, member: Member, described: { bio?: string; showsBallots?: boolean }) {
  const { bio, showsBallots } = described
  const set = {
    ...(bio === undefined ? {} : { bio }),
    ...(showsBallots === undefined ? {} : { shows_ballots: Number(showsBallots) }),
  }
  if (Object.keys(set).length === 0) return
  await inTransaction(db, async (tx) => {
    await queries.updateMember(tx, member.id, set)
    await record(tx, member, 'member.described', { kind: 'member', id: member.id })
  })
}

/** Where a member reads mail. */
export async function addressOf(db: Db, member: Pick<Member, 'id'>): Promise<string | null> {
  return (await queries.selectEmail(db, member.id))?.email ?? null
}

/** Changes where a member reads mail, which they have shown, or takes the address away. */
export async function changeAddress(db: Db, member: Member, address: string | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    await queries.updateMember(tx, member.id, { email: address, email_confirmed_at: address === null ? null : now() })
    await record(tx, member, 'member.address-changed', { kind: 'member', id: member.id })
  })
}

export function memberOf(row: Pick<MemberRow, 'id' | 'handle' | 'role' | 'unclaimed'>): Member {
  return { id: row.id, handle: row.handle, role: row.role, unclaimed: row.unclaimed === 1 }
}

function profileOf(row: MemberRow): Profile {
  const { bio, created_at: joinedAt } = row
  return { ...memberOf(row), bio, showsBallots: row.shows_ballots === 1, joinedAt, isRemoved: row.removed_at !== null }
}
