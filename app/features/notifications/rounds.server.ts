import { answerResetRequests } from '#app/features/accounts/letters/letters.server.ts'
import { deliverMail, type MailLog, type Send } from '#app/features/mail/outbox.server.ts'
import { type Loop, startLoop } from '#app/lib/loop.server.ts'
import type { Db } from '#db/open.ts'
import { sendDigests } from './digest/digests.server.ts'
import { tellOfDeeds } from './telling/telling.server.ts'

interface Going {
  db: Db
  origin: string
  /** Absent: mail is logged and kept. */
  send: Send | undefined
  log: MailLog & { error(details: object, message: string): void }
  /** Between two rounds, ms. */
  interval?: number
}

/** One round: sends links to who asked for a new password, tells members what was done, writes the digests that are due, sends the mail that waits. */
export async function goRound({ db, origin, send, log }: Going): Promise<void> {
  await answerResetRequests(db, origin)
  await tellOfDeeds(db, log)
  await sendDigests(db, origin)
  await deliverMail(db, send, log)
}

/** Goes round after round, beside the requests, until it is stopped. */
export function startRounds(going: Going): Loop {
  // A database that does not answer is asked again in the next round.
  const failed = (error: unknown) => going.log.error({ err: error }, 'a round of notifications failed')
  return startLoop({ interval: going.interval ?? 1000, round: () => goRound(going), failed })
}
