import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { conflict, notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { Member } from '../member.ts'
import * as queries from './remove-account.queries.server.ts'
import { retiredHash } from './retired.ts'

/** What somebody went by before, for as long as copies of it are looked for. */
export interface Names {
  handles: string[]
  email: string | null
}

/** Takes away whatever says who a member was, and every way to sign in. What they wrote stays with the row, which goes by a handle of nobody's choosing from then on. */
export async function removeAccount(tx: Db, memberId: string): Promise<{ removed: Member; names: Names }> {
  const row = await queries.selectMemberHeld(tx, memberId)
  if (!row || row.unclaimed) throw notFound('member')
  if (row.removed_at !== null) throw conflict('This account is removed already.')
  if (row.role === 'admin') await refuseIfLast(tx)
  const keys = (await queries.selectHandleKeys(tx, memberId)).map((handle) => handle.handle_key)
  const imported = (await queries.selectImportedNames(tx, memberId)).map(({ handle }) => handle)
  await queries.insertRetiredHandles(tx, keys.map(retiredHash))
  // Of the random half of an id: the other half says when.
  const handle = `removed-${newId().slice(-9)}`
  const nothing = {
    role: 'member',
    bio: '',
    password_hash: null,
    email: null,
    email_confirmed_at: null,
    shows_ballots: 0,
  } as const
  const removed = { ...nothing, handle, handle_key: nameKey(handle), created_at: now(), removed_at: now() }
  await queries.updateRemoved(tx, memberId, removed)
  await queries.updateHandles(tx, memberId, nameKey(handle), now())
  await queries.updateImportedNames(tx, memberId, handle)
  await queries.deleteWaysIn(tx, memberId)
  const names = { handles: [...new Set([row.handle, ...keys, ...imported])], email: row.email }
  return { removed: { id: memberId, handle, role: 'member', unclaimed: false }, names }
}

async function refuseIfLast(tx: Db) {
  const admins = await queries.selectAdminsHeld(tx)
  if (admins.length < 2) throw conflict('This is the last admin: somebody else has to be one first.')
}
