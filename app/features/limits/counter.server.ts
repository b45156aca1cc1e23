import { RateLimiterRes } from 'rate-limiter-flexible'
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import type { LimitCountRow } from '#db/tables.ts'
import * as queries from './counts.queries.server.ts'
import type { Limit } from './limit.ts'

type Counted = Pick<LimitCountRow, 'points' | 'ends_at'>

/** Counts in the transaction that it is handed with each call (`{ db }`), so that several servers count together, and what is undone was not done. */
export class Counter extends RateLimiterStoreAbstract {
  constructor({ name, points, seconds }: Limit) {
    super({ storeClient: null, keyPrefix: name, points, duration: seconds })
  }

  _upsert(key: string, points: number, ms: number, isSet: boolean, { db }: { db: Db }): Promise<Counted> {
    return queries.upsertCount(db, { key, points, ends_at: now() + ms }, now(), isSet)
  }

  _get(key: string, { db }: { db: Db }): Promise<Counted | null> {
    return queries.selectCount(db, key, now())
  }

  async _delete(key: string, { db }: { db: Db }): Promise<boolean> {
    await queries.deleteCount(db, key)
    return true
  }

  _getRateLimiterRes(_key: string, changed: number, { points, ends_at }: Counted): RateLimiterRes {
    return new RateLimiterRes(
      Math.max(this.points - points, 0),
      Math.max(ends_at - now(), 0),
      points,
      changed === points,
    )
  }
}
