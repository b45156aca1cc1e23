import { dayMs, now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import type { OutboxRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { delayAfter, isForGood } from './attempts.ts'
import * as queries from './outbox.queries.server.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

/** Hands a mail to the world; throws where the world does not take it. */
export type Send = (mail: Mail & { id: string }) => Promise<void>

export interface MailLog {
  info(details: object, message: string): void
  warn(details: object, message: string): void
}

// Longer than the transport's own time limits together.
const leaseMs = 5 * 60_000

/** Leaves a mail to be sent once the transaction is done. What says nothing any more from a time on is not sent after, nor kept. */
export async function putInOutbox(tx: Db, { to, headers, ...words }: Mail, expiresAt: number | null = null) {
  const at = now()
  const fresh = {
    state: 'waiting',
    attempts: 0,
    next_at: at,
    sent_at: null,
    error: null,
    created_at: at,
    expires_at: expiresAt,
  } as const
  await queries.insertMail(tx, { id: newId(), recipient: to, headers: JSON.stringify(headers), ...words, ...fresh })
}

/** Sends what is due; without a way to send, mail is logged and kept. The answer counts the mails that were tried. */
export async function deliverMail(db: Db, send: Send | undefined, log: MailLog): Promise<number> {
  let tried = 0
  for (let row = await take(db); row; row = await take(db)) {
    tried++
    const outcome = await deliver(row, send, log)
    await inTransaction(db, (tx) => queries.updateMail(tx, (row as OutboxRow).id, outcome))
  }
  return tried
}

/** How many mails wait to be sent. */
export function mailWaiting(db: Db): Promise<number> {
  return queries.selectWaitingCount(db)
}

/** Drops mail that was sent, kept or given up on 30 days ago, and what says nothing any more. */
export async function pruneMail(db: Db): Promise<void> {
  await inTransaction(db, (tx) => queries.deleteMailBefore(tx, now() - 30 * dayMs, now()))
}

/** The mail whose turn it is, out of others' reach for the time of the lease. */
async function take(db: Db): Promise<OutboxRow | undefined> {
  // Most looks find nothing: they need no transaction.
  if (!(await queries.selectDueMail(db, now()))) return undefined
  return inTransaction(db, async (tx) => {
    const row = await queries.selectDueMail(tx, now())
    if (!row) return undefined
    const taken = { attempts: row.attempts + 1, next_at: now() + leaseMs }
    await queries.updateMail(tx, row.id, taken)
    return { ...row, ...taken }
  })
}

async function deliver(row: OutboxRow, send: Send | undefined, log: MailLog): Promise<Partial<OutboxRow>> {
  const { id, recipient: to, subject, text, html, attempts, expires_at } = row
  if (expires_at !== null && expires_at <= now()) return { state: 'failed', error: 'too late' }
  if (!send) {
    log.info({ to, subject, text }, 'mail, kept in the outbox: no SMTP_URL is set')
    return { state: 'kept' }
  }
  try {
    await send({ id, to, subject, text, html, headers: JSON.parse(row.headers) })
    // What only its reader may know is not kept.
    const said = expires_at === null ? {} : { text: '', html: '' }
    return { state: 'sent', sent_at: now(), error: null, ...said }
  } catch (error) {
    const delay = isForGood(error) ? undefined : delayAfter(attempts)
    const said = String((error as Error).message).slice(0, 500)
    log.warn(
      { mail: id, attempts, error: said },
      delay ? 'a mail was not sent, and will be tried again' : 'a mail failed',
    )
    return delay ? { next_at: now() + delay, error: said } : { state: 'failed', error: said }
  }
}
