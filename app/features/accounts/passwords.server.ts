import { hash } from '@node-rs/argon2'
import { record } from '#app/features/activity/activity.server.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteOtherSessions, selectPasswordHash, updateMember } from './accounts.queries.server.ts'
import { authenticate } from './accounts.server.ts'
import { type Member, NewPassword } from './member.ts'
import { type Asking, sessionAsking } from './sessions.server.ts'
import { refuseGuessedFirst } from './signing-in/guessed-first.server.ts'

/** How long (ms) after signing in a member without a password may change how they sign in. */
const freshMs = 10 * 60_000

export async function hasPassword(db: Db, member: Member): Promise<boolean> {
  return Boolean((await selectPasswordHash(db, member.id))?.password_hash)
}

/** Refuses unless it is the member who asks: by the password again or, where there is none, by having signed in just now. */
export async function proveAgain(db: Db, member: Member, asking: Asking, password: string): Promise<void> {
  if (await hasPassword(db, member)) {
    await authenticate(db, member.handle, password).catch((error) => {
      if (!isRefusal(error)) throw error
      throw invalid({ current: 'This is not your password.' })
    })
    return
  }
  const session = await sessionAsking(db, asking)
  if (!session || Date.now() - session.startedAt > freshMs)
    throw invalid({ form: 'Sign out and in again first: that was more than ten minutes ago.' })
}

/** Changes the password and signs the member out everywhere but where they ask. */
export async function changePassword(db: Db, member: Member, asking: Asking, wanted: string): Promise<void> {
  const { password } = parse(NewPassword, { password: wanted })
  await refuseGuessedFirst(password)
  await keepPassword(db, member, await hash(password), (await sessionAsking(db, asking))?.id ?? '')
}

/** Keeps the hash of a new password, and of the member's sessions one at most. */
export async function keepPassword(db: Db, member: { id: string }, passwordHash: string, sessionId: string) {
  await inTransaction(db, async (tx) => {
    await updateMember(tx, member.id, { password_hash: passwordHash })
    await deleteOtherSessions(tx, member.id, sessionId)
    await record(tx, member, 'member.password-changed', { kind: 'member', id: member.id })
  })
}
