import type { Worker } from 'node:worker_threads'
import { now } from '#app/lib/clock.ts'
import { answerInThread } from '#app/lib/thread.server.ts'
import type { Db } from '#db/open.ts'
import { keepRatings } from './keep-ratings.server.ts'
import type { Rated } from './rate-arguments.server.ts'

interface Going {
  db: Db
  databaseUrl: string
  log: { error(details: object, message: string): void }
}

/** Rates all arguments in a thread beside the server, when somebody asks. */
export class RatingRunner {
  private under: Promise<void> | null = null
  private worker: Worker | null = null
  private isStopped = false
  private going: Going

  constructor(going: Going) {
    this.going = going
  }

  /** Asks for a run; while one is under way, nothing more happens. */
  ask() {
    if (this.isStopped) return
    this.under ??= this.run()
      .catch((error) => {
        if (!this.isStopped) this.going.log.error({ err: error }, 'arguments could not be rated')
      })
      .finally(() => {
        this.under = null
      })
  }

  /** When nothing is under way any more. */
  async idle(): Promise<void> {
    while (this.under) await this.under
  }

  /** Breaks off what is under way: it is asked for again when somebody looks. */
  async stop(): Promise<void> {
    this.isStopped = true
    await this.worker?.terminate()
    await this.idle()
  }

  private async run() {
    const [{ db, databaseUrl }, computedAt] = [this.going, now()]
    const file = new URL('./rating-worker.ts', import.meta.url)
    const rated = await answerInThread<Rated>(file, { databaseUrl }, (worker) => {
      this.worker = worker
    })
    await keepRatings(db, rated, computedAt)
  }
}
