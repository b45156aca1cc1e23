import { deliverMail, type MailLog, type Send } from '#app/features/mail/outbox.server.ts'
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

/** One round: tells members what was done, writes the digests that are due, sends the mail that waits. */
export async function goRound({ db, origin, send, log }: Going): Promise<void> {
  await tellOfDeeds(db, log)
  await sendDigests(db, origin)
  await deliverMail(db, send, log)
}

export interface Rounds {
  stop(): Promise<void>
}

/** Goes round after round, beside the requests, until it is stopped; stopping waits for the round that is under way. */
export function startRounds(going: Going): Rounds {
  let isStopped = false
  let under: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const round = async () => {
    // A database that does not answer is asked again in the next round.
    await goRound(going).catch((error) => going.log.error({ err: error }, 'a round of notifications failed'))
    if (!isStopped) later()
  }
  const later = () => {
    timer = setTimeout(() => {
      under = round()
    }, going.interval ?? 1000)
  }
  later()
  const stop = async () => {
    isStopped = true
    clearTimeout(timer)
    await under
  }
  return { stop }
}
