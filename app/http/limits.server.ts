import { createHmac } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Member } from '#app/features/accounts/member.ts'
import * as limit from '#app/features/limits/limit.ts'
import {
  forget,
  giveBack,
  isNoted,
  note,
  refusalOf,
  refuseSpent,
  type Share,
  spend,
} from '#app/features/limits/limits.server.ts'
import { isNewHere } from '#app/features/moderation/newcomers/newcomers.server.ts'
import { nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { siteSecret } from '#db/site-secret.ts'
import { inTransaction } from '#db/transaction.ts'

interface Given {
  db: Db
  isOn: boolean
  /** Keys the hashes by which addresses and handles are counted. Absent: one is kept with the data. */
  secret: string | undefined
}

/** Who may do how much. What decides about people is counted in the database, for all servers together; what only costs a server work, by itself. */
export class Limits {
  readonly #db: Db
  readonly #isOn: boolean
  #secret: string | undefined
  readonly #work = new Map<limit.Costly | 'token', RateLimiterMemory>()

  constructor({ db, isOn, secret }: Given) {
    this.#db = db
    this.#isOn = isOn
    this.#secret = secret
    for (const [name, { points, seconds }] of Object.entries(limit.work))
      this.#work.set(name as limit.Costly, new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }))
  }

  /** Tries to sign in. Each failure counts, for a handle that nobody has as for any other. */
  async signIn<T>(address: string, handle: string, tryIt: () => Promise<T>): Promise<T> {
    if (!this.#isOn) return tryIt()
    const as = nameKey(handle.trim())
    const from = await this.#share(limit.failuresFrom, address)
    const asFrom = await this.#share(limit.failuresAsFrom, `${as} ${address}`)
    const anywhere = await this.#share(limit.failuresAs, as)
    const before = await this.#share(limit.signedInFrom, `${as} ${address}`)
    const shares = (await isNoted(this.#db, before)) ? [from, asFrom] : [from, asFrom, anywhere]
    await refuseSpent(this.#db, shares)
    await inTransaction(this.#db, (tx) => spend(tx, shares))
    const result = await tryIt()
    await inTransaction(this.#db, async (tx) => {
      await forget(tx, asFrom)
      await giveBack(
        tx,
        shares.filter((one) => one !== asFrom),
      )
      await note(tx, before)
    })
    return result
  }

  /** Takes a point of a limit for each of these, in a transaction if one is open, or refuses. */
  async spend(db: Db, ...given: Share[]): Promise<void> {
    if (!this.#isOn) return
    const shares = await Promise.all(given.map(([which, key]) => this.#share(which, key)))
    await refuseSpent(db, shares)
    await inTransaction(db, (tx) => spend(tx, shares))
  }

  /** Counts what a member writes, in the transaction that writes it. */
  async write(tx: Db, member: Member, what: limit.Written): Promise<void> {
    if (!this.#isOn) return
    const how = (await isNewHere(tx, member)) ? 'newcomer' : 'regular'
    await spend(tx, [[limit.writing[how][what], member.id]])
  }

  /** Counts work that somebody asks for, in this process alone: it costs no write. */
  async work(what: limit.Costly | 'token', who: string): Promise<void> {
    if (!this.#isOn) return
    await this.#work
      .get(what)
      ?.consume(who)
      .catch((error) => {
        throw refusalOf(error, limit.work[what])
      })
  }

  async #share(which: limit.Limit, key: string): Promise<Share> {
    this.#secret ??= await siteSecret(this.#db)
    const hash = createHmac('sha256', this.#secret).update(`${which.name} ${key}`)
    return [which, hash.digest('base64url')]
  }
}
