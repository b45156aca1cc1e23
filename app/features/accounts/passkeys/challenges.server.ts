import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { challengeMinutes } from './passkey.ts'
import * as queries from './passkeys.queries.server.ts'

/** Keeps what a device is asked to sign, for a member who adds a passkey or for whoever signs in. */
export async function keepChallenge(db: Db, challenge: string, memberId: string | null): Promise<void> {
  const expires_at = now() + challengeMinutes * 60_000
  const row = { hash: sha256(challenge), member_id: memberId, expires_at }
  await inTransaction(db, (tx) => queries.insertChallenge(tx, row))
}

/** Uses a challenge up, whatever comes of it; false where it was not asked for this, is over, or was used. */
export function takeChallenge(db: Db, challenge: string, memberId: string | null): Promise<boolean> {
  return inTransaction(db, (tx) => queries.deleteChallenge(tx, sha256(challenge), memberId, now()))
}

export async function prunePasskeyChallenges(db: Db): Promise<void> {
  await inTransaction(db, (tx) => queries.deleteChallengesBefore(tx, now()))
}
