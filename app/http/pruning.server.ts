import { pruneLetters } from '#app/features/accounts/letters/letters.server.ts'
import { prunePasskeyChallenges } from '#app/features/accounts/passkeys/challenges.server.ts'
import { pruneSessions } from '#app/features/accounts/sessions.server.ts'
import { pruneCounts } from '#app/features/limits/limits.server.ts'
import { pruneMail } from '#app/features/mail/outbox.server.ts'
import { prunePastes } from '#app/features/transcripts/pasting/pastes.server.ts'
import { dayMs, now } from '#app/lib/clock.ts'
import { type Loop, startLoop } from '#app/lib/loop.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { deleteAnswersBefore } from './idempotency.queries.server.ts'

const everyHour = 3_600_000
/** Who asks again after so long means another deed. */
const answersKept = 7 * dayMs

/** Drops what is over: sessions, pastes that nobody published, links and challenges that ran out, counts of limits, answers kept for who asks again, mail that was sent. */
export async function prune(db: Db): Promise<void> {
  await pruneSessions(db)
  await pruneCounts(db)
  await pruneMail(db)
  await pruneLetters(db)
  await prunePasskeyChallenges(db)
  await prunePastes(db)
  await inTransaction(db, (tx) => deleteAnswersBefore(tx, now() - answersKept))
}

interface Going {
  db: Db
  log: { error(details: object, message: string): void }
}

export function startPruning({ db, log }: Going): Loop {
  const failed = (error: unknown) => log.error({ err: error }, 'what is over could not be dropped')
  return startLoop({ interval: everyHour, round: () => prune(db), failed })
}
