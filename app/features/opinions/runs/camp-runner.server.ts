import type { Worker } from 'node:worker_threads'
import { touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { answerInThread } from '#app/lib/thread.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Basis, CampRun } from './run.ts'
import type { RunOrder } from './run-worker.ts'
import { selectLastLeft, upsertRun } from './runs.queries.server.ts'

interface Going {
  db: Db
  databaseUrl: string
  log: { error(details: object, message: string): void }
}

type Order = Omit<RunOrder, 'databaseUrl'>

/** Computes camps one claim after another, in a thread beside the server. */
export class CampRunner {
  private waiting = new Map<string, Order>()
  private under: Promise<void> | null = null
  private worker: Worker | null = null
  private isStopped = false
  private going: Going

  constructor(going: Going) {
    this.going = going
  }

  /** Asks for a run; one that waits already is not asked for twice. */
  ask(claimId: string, basis: Basis) {
    if (this.isStopped) return
    this.waiting.set(`${basis} ${claimId}`, { claimId, basis })
    this.under ??= this.go()
  }

  /** When nothing waits any more. */
  async idle(): Promise<void> {
    while (this.under) await this.under
  }

  /** Breaks off what is under way: it is asked for again when somebody looks. */
  async stop(): Promise<void> {
    this.isStopped = true
    this.waiting.clear()
    await this.worker?.terminate()
    await this.idle()
  }

  private async go() {
    for (const [key, order] of this.waiting) {
      this.waiting.delete(key)
      await this.run(order).catch((error) => {
        if (!this.isStopped) this.going.log.error({ err: error, ...order }, 'camps could not be computed')
      })
    }
    this.under = null
  }

  private async run(order: Order) {
    // Of the time before it reads: a ballot that comes meanwhile makes it stale.
    const computed_at = now()
    const run = await this.inWorker(order)
    const row = { claim_id: order.claimId, basis: order.basis, result: JSON.stringify(run), computed_at }
    const isKept = await inTransaction(this.going.db, async (tx) => {
      if (((await selectLastLeft(tx)) ?? 0) >= computed_at) return false
      await upsertRun(tx, row)
      await touch(tx, { kind: 'claim', id: order.claimId })
      return true
    })
    // Who left meanwhile was still in it.
    if (!isKept) this.ask(order.claimId, order.basis)
  }

  private inWorker(order: Order): Promise<CampRun> {
    const workerData: RunOrder = { ...order, databaseUrl: this.going.databaseUrl }
    return answerInThread(new URL('./run-worker.ts', import.meta.url), workerData, (worker) => {
      this.worker = worker
    })
  }
}
