import { hash } from '@node-rs/argon2'
import { record } from '#app/features/activity/activity.server.ts'
import { putInOutbox } from '#app/features/mail/outbox.server.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { newId, newSecret } from '#app/lib/ids.ts'
import { notFound } from '#app/lib/refusal.ts'
import { nameKey } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { LetterTokenRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { changeAddress, findMember } from '../accounts.server.ts'
import { type Member, NewAddress, NewPassword, ResetRequest } from '../member.ts'
import { keepPassword } from '../passwords.server.ts'
import { refuseGuessedFirst } from '../signing-in/guessed-first.server.ts'
import { farewell, letterMinutes, letterWith } from './letter.ts'
import * as queries from './letters.queries.server.ts'

type Purpose = LetterTokenRow['purpose']

/** Sends a link to an address that a member says is theirs; it is once they follow it. */
export async function askToConfirm(db: Db, member: Member, given: string, origin: string): Promise<void> {
  const { email } = parse(NewAddress, { email: given })
  await inTransaction(db, async (tx) => {
    const words = {
      subject: 'Parallax: confirm your address',
      why: 'Somebody, you we hope, wants mail of this account to come here. Follow the link to say that it may.',
    }
    await sendLink(tx, { ...member, address: email }, 'confirm', words, origin)
    await record(tx, member, 'member.address-asked', { kind: 'member', id: member.id })
  })
}

/** Whose address a link confirms; following it changes nothing, since programs that look at mails for people follow links too. */
export async function findLetter(
  db: Db,
  token: string,
  purpose: Purpose,
): Promise<{ handle: string; address: string }> {
  const row = await queries.selectToken(db, sha256(token), purpose, now())
  if (!row) throw notFound('link, or no longer: it works once, for 30 minutes')
  return { handle: row.handle, address: row.address }
}

export async function confirmAddress(db: Db, token: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { member, address } = await takeLetter(tx, token, 'confirm')
    await replaceAddress(tx, member, address)
  })
}

/** Changes where a member reads mail, or takes the address away, and says so where they read it until then: whoever got at the account cannot do it unseen. */
export async function replaceAddress(db: Db, member: Member, address: string | null): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await queries.selectConfirmedAddress(tx, member.id)
    await changeAddress(tx, member, address)
    if (before !== null && before !== address) await putInOutbox(tx, farewell(before, member.handle))
  })
}

/** Notes that somebody wants a new password. What comes of it is found out beside the requests (`answerResetRequests`), so that it takes as long for a name that nobody has. */
export async function askToReset(db: Db, given: Record<string, string>): Promise<void> {
  const { name } = parse(ResetRequest, { name: given.name })
  await inTransaction(db, (tx) => queries.insertRequest(tx, { id: newId(), name }))
}

/** Sends links to those who asked for a new password and have confirmed an address. */
export async function answerResetRequests(db: Db, origin: string): Promise<void> {
  for (let asked = await queries.selectRequest(db); asked; asked = await queries.selectRequest(db)) {
    const { id, name } = asked
    await inTransaction(db, async (tx) => {
      if (!(await queries.deleteRequest(tx, id))) return
      for (const { email, ...member } of await queries.selectReachable(tx, nameKey(name), name)) {
        const words = {
          subject: 'Parallax: a new password',
          why: 'Somebody, you we hope, asked for a new password for this account. Follow the link to set one.',
        }
        await sendLink(tx, { ...member, address: email as string }, 'reset', words, origin)
      }
    })
  }
}

/** Sets a new password by a link, and ends every session. */
export async function resetPassword(db: Db, token: string, wanted: string): Promise<void> {
  const { password } = parse(NewPassword, { password: wanted })
  await findLetter(db, token, 'reset')
  await refuseGuessedFirst(password)
  const passwordHash = await hash(password)
  await inTransaction(db, async (tx) => {
    const { member } = await takeLetter(tx, token, 'reset')
    await keepPassword(tx, member, passwordHash, '')
  })
}

/** Uses a link up; all others that the member was sent are void with it. */
async function takeLetter(tx: Db, token: string, purpose: Purpose) {
  const row = await queries.deleteToken(tx, sha256(token), purpose, now())
  if (!row) throw notFound('link, or no longer: it works once, for 30 minutes')
  await queries.deleteTokensOf(tx, row.member_id)
  return { member: await findMember(tx, row.member_id), address: row.address }
}

interface Addressee {
  id: string
  handle: string
  address: string
}

type Words = { subject: string; why: string }

async function sendLink(tx: Db, { id, handle, address }: Addressee, purpose: Purpose, words: Words, origin: string) {
  const token = newSecret()
  const expires_at = now() + letterMinutes * 60_000
  await queries.deleteTokensOf(tx, id, purpose)
  await queries.insertToken(tx, { hash: sha256(token), member_id: id, purpose, address, expires_at })
  const link = `${origin}/letters/${purpose}/${token}`
  await putInOutbox(tx, letterWith({ to: address, handle, link, ...words }), expires_at)
}

export async function pruneLetters(db: Db): Promise<void> {
  await inTransaction(db, (tx) => queries.deleteTokensBefore(tx, now()))
}
