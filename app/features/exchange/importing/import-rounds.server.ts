import { Worker } from 'node:worker_threads'
import { touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newSecret } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import type { ImportRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './imports.queries.server.ts'
import { sweepImports } from './sweeping.server.ts'
import type { ThreadData } from './thread.ts'

interface Going {
  db: Db
  databaseUrl: string
  log: { error(details: object, message: string): void }
  /** Between two looks, ms. */
  interval?: number
}

/** How long an import stays with a process that died, ms. */
const heldForMs = 15_000
const renewEveryMs = 4_000
const sweepEveryMs = 60_000
const mostStopMs = 5_000
const mostAttempts = 3
/** Of a thread's objects: reading 50 MB of JSON takes a few hundred. What needs more ends the thread alone. */
const mostHeapMb = 1500

/** One thread looks at files while another imports, so that a preview does not wait for a long import. */
const kinds: readonly (readonly ImportRow['state'][])[] = [['reading'], ['waiting', 'running', 'stopping']]

interface Job {
  worker: Worker
  ended: Promise<void>
}

/** Works on imports, one thread for each kind of work, until it is stopped; what is under way is left to the next who looks. */
export function startImports(going: Going): { stop(): Promise<void> } {
  const { db, log, interval = 250 } = going
  const jobs: (Job | undefined)[] = kinds.map(() => undefined)
  let isStopped = false
  let sweptAt = 0
  let under: Promise<void> = Promise.resolve()
  const look = async () => {
    for (const [n, states] of kinds.entries()) {
      if (jobs[n] || isStopped) continue
      const job = await nextJob(going, states)
      jobs[n] = job
      void job?.ended.then(() => {
        jobs[n] = undefined
      })
    }
    if (now() - sweptAt < sweepEveryMs) return
    sweptAt = now()
    await sweepImports(db)
  }
  const timer = setInterval(() => {
    const next = under.then(look)
    // A database that does not answer is asked again in the next round.
    under = next.catch((error) => log.error({ err: error }, 'a round of imports failed'))
  }, interval)
  const stop = async () => {
    isStopped = true
    clearInterval(timer)
    await under
    await Promise.all(jobs.map(stopJob))
  }
  return { stop }
}

async function stopJob(job: Job | undefined) {
  if (!job) return
  job.worker.postMessage('stop')
  const late = setTimeout(() => void job.worker.terminate(), mostStopMs)
  await job.ended
  clearTimeout(late)
}

/** Takes the oldest import that is due, and starts a thread for it. */
async function nextJob(going: Going, states: readonly ImportRow['state'][]): Promise<Job | undefined> {
  const { db } = going
  const due = await queries.selectDue(db, states, now())
  if (!due) return
  const holder = newSecret()
  const isTaken = await inTransaction(db, (tx) => queries.updateHolder(tx, due.id, holder, now(), now() + heldForMs))
  return isTaken ? startThread(going, due.id, holder) : undefined
}

function startThread({ db, databaseUrl, log }: Going, id: string, holder: string): Job {
  const workerData: ThreadData = { databaseUrl, id, holder }
  const limits = { maxOldGenerationSizeMb: mostHeapMb }
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData,
    execArgv: [],
    resourceLimits: limits,
  })
  const renewing = setInterval(() => {
    const renewed = inTransaction(db, (tx) => queries.updateHeld(tx, id, holder, { held_until: now() + heldForMs }))
    renewed.catch((error) => log.error({ err: error }, 'an import could not be held'))
  }, renewEveryMs)
  let failure: unknown
  worker.on('error', (error) => {
    failure = error
  })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve())).then(async () => {
    clearInterval(renewing)
    if (failure === undefined) return
    log.error({ err: failure, import: id }, 'an import broke off')
    await brokenOff(db, id, holder).catch(() => {})
  })
  return { worker, ended }
}

/** It is tried again; not for ever. */
async function brokenOff(db: Db, id: string, holder: string) {
  const row = await queries.selectImport(db, id)
  const isHopeless = (row?.attempts ?? 0) >= mostAttempts
  const failed = {
    state: 'failed',
    ended_at: now(),
    failure: `This broke off ${mostAttempts} times; the site’s log says how.`,
  } as const
  await inTransaction(db, async (tx) => {
    await queries.updateHeld(tx, id, holder, { ...(isHopeless ? failed : {}), holder: null, held_until: 0 })
    await touch(tx, { kind: 'import', id })
  })
}
