import { record } from '#app/features/activity/activity.server.ts'
import { putInOutbox } from '#app/features/mail/outbox.server.ts'
import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { newSecret } from '#app/lib/ids.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { takeUnmailed } from '../notifications.server.ts'
import { changeFrequency } from '../settings/settings.server.ts'
import { nextDigestAt } from '../settings/settings.ts'
import { digestMail } from './digest-mail.ts'
import * as queries from './digests.queries.server.ts'

const mostTold = 50
/** Links to stop digests work so long (ms) after the mail that they came with. */
const tokenLife = 400 * 24 * 3_600_000

/** Puts the digests that are due into the outbox, and what they tell with them; the answer counts the mails. Where nothing is new no mail goes out. */
export async function sendDigests(db: Db, origin: string): Promise<number> {
  let sent = 0
  while (await queries.selectDueDigest(db, now())) {
    const outcome = await inTransaction(db, (tx) => sendNext(tx, origin))
    if (outcome === 'taken') break
    if (outcome === 'sent') sent++
  }
  return sent
}

async function sendNext(tx: Db, origin: string): Promise<'sent' | 'nothing new' | 'taken'> {
  const at = now()
  const due = await queries.selectDueDigest(tx, at)
  if (!due) return 'taken'
  const { member_id: memberId, handle, email, frequency } = due
  await queries.updateNextDigest(tx, memberId, nextDigestAt(frequency, at))
  if (email === null) return 'nothing new'
  const told = await takeUnmailed(tx, memberId, mostTold)
  if (told.notifications.length === 0) return 'nothing new'
  const unsubscribeUrl = `${origin}/unsubscribe/${await newToken(tx, memberId, at)}`
  await putInOutbox(tx, { to: email, ...digestMail({ handle, ...told, origin, unsubscribeUrl }) })
  return 'sent'
}

async function newToken(tx: Db, memberId: string, at: number): Promise<string> {
  const token = newSecret()
  await queries.deleteTokensBefore(tx, memberId, at - tokenLife)
  await queries.insertToken(tx, sha256(token), memberId, at)
  return token
}

/** Whose digests the secret of a mail may stop. */
export async function findSubscriber(db: Db, token: string) {
  const member = await queries.selectToken(db, sha256(token))
  if (!member) throw notFound('subscription: this link is too old, or was cut short')
  return member
}

/** Stops a member's digests, by the secret of any of their mails. Twice is as once. */
export async function unsubscribe(db: Db, token: string) {
  await inTransaction(db, async (tx) => {
    const member = await findSubscriber(tx, token)
    await changeFrequency(tx, member.id, 'none')
    await record(tx, member, 'digest.stopped', { kind: 'member', id: member.id })
  })
}
