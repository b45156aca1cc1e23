import type { Worker } from 'node:worker_threads'
import { now } from '#app/lib/clock.ts'
import { answerInThread } from '#app/lib/thread.server.ts'
import type { Db } from '#db/open.ts'
import { stampOf } from '#db/stamp.ts'
import type { Computed } from './compute-near.server.ts'
import { keepNear } from './keep-near.server.ts'
import { selectRun } from './near.queries.server.ts'
import type { NearOrder } from './near-worker.ts'
import { embeddingOf } from './run.ts'
import { selectFingerprint } from './texts.queries.server.ts'

interface Going {
  db: Db
  databaseUrl: string
  /** The endpoint that makes vectors of texts; without one, words are compared. */
  embeddingsUrl: string | undefined
  log: { error(details: object, message: string): void }
}

const everyMs = 10_000

/** Compares the texts of the map's nodes in a thread beside the server, some seconds after one of them changed. */
export class NearRunner {
  readonly #going: Going
  readonly #timer: NodeJS.Timeout
  #seen = ''
  #under: Promise<void> | null = null
  #worker: Worker | null = null
  #isStopped = false

  constructor(going: Going) {
    this.#going = going
    this.#timer = setInterval(() => this.look(), everyMs).unref()
  }

  /** Computes anew if a text changed since the last time; while that is under way, nothing more happens. */
  look(): Promise<void> {
    this.#under ??= this.#run()
      .catch((error) => {
        if (!this.#isStopped) this.#going.log.error({ err: error }, 'what is near on the map could not be computed')
      })
      .finally(() => {
        this.#under = null
      })
    return this.#under
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearInterval(this.#timer)
    await this.#worker?.terminate()
    await this.#under
  }

  async #run() {
    const { db, databaseUrl, embeddingsUrl } = this.#going
    const stamp = await stampOf(db)
    if (stamp === this.#seen) return
    const by = embeddingsUrl ? embeddingOf(embeddingsUrl) : null
    const [last, texts] = [await selectRun(db), await selectFingerprint(db)]
    this.#seen = stamp
    if (last?.texts === texts && last.model === (by?.model ?? '')) return
    const computedAt = now()
    const order: NearOrder = { databaseUrl, by }
    const file = new URL('./near-worker.ts', import.meta.url)
    const computed = await answerInThread<Computed>(file, order, (worker) => {
      this.#worker = worker
    })
    await keepNear(db, computed, computedAt)
  }
}
