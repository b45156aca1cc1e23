import { RateLimiterRes } from 'rate-limiter-flexible'
import { now } from '#app/lib/clock.ts'
import { type Refusal, tooMany } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { Counter } from './counter.server.ts'
import { deleteCountsBefore } from './counts.queries.server.ts'
import type { Limit } from './limit.ts'

/** A limit, and for whom it counts: a text that says no more than it must, as it is kept. */
export type Share = readonly [limit: Limit, key: string]

/** Takes a point of each in the transaction that is open, or refuses; what the transaction undoes was not taken. */
export async function spend(tx: Db, shares: readonly Share[]): Promise<void> {
  for (const [limit, key] of shares) await spendOne(tx, limit, key)
}

async function spendOne(tx: Db, limit: Limit, key: string) {
  try {
    await new Counter(limit).consume(key, 1, { db: tx })
  } catch (error) {
    throw refusalOf(error, limit)
  }
}

/** What a limiter rejects with is no error, and says how long to wait. */
export function refusalOf(error: unknown, { why }: Limit): Refusal | unknown {
  if (!(error instanceof RateLimiterRes)) return error
  const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
  return tooMany(`${why} Try again in ${inWords(seconds)}.`, seconds)
}

/** Refuses where nothing is left, and takes nothing: whoever is refused for long costs no write. */
export async function refuseSpent(db: Db, shares: readonly Share[]): Promise<void> {
  for (const [limit, key] of shares) {
    const counted = await new Counter(limit).get(key, { db })
    if (counted && counted.remainingPoints <= 0) throw refusalOf(counted, limit)
  }
}

/** Gives back what was taken for something that turned out well. */
export async function giveBack(tx: Db, shares: readonly Share[]): Promise<void> {
  for (const [limit, key] of shares) await new Counter(limit).reward(key, 1, { db: tx })
}

/** Counts from nothing again. */
export async function forget(tx: Db, [limit, key]: Share): Promise<void> {
  await new Counter(limit).delete(key, { db: tx })
}

/** Notes that something was so, for as long as the limit counts. */
export async function note(tx: Db, [limit, key]: Share): Promise<void> {
  await new Counter(limit).set(key, 1, limit.seconds, { db: tx })
}

export async function isNoted(db: Db, [limit, key]: Share): Promise<boolean> {
  return (await new Counter(limit).get(key, { db })) !== null
}

/** Drops the counts whose time is over. */
export async function pruneCounts(db: Db): Promise<void> {
  await inTransaction(db, (tx) => deleteCountsBefore(tx, now()))
}

/** So many seconds, in the unit that fits, rounded up. */
export function inWords(seconds: number): string {
  const units = [
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ] as const
  const [unit, length] = units.find(([, length]) => seconds > length) ?? units[2]
  const count = Math.ceil(seconds / length)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
