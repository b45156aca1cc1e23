import type { Db } from '#db/open.ts'
import { type RenameElsewhere, sweepRemovals } from './sweep.server.ts'

interface Going {
  db: Db
  log: { error(details: object, message: string): void }
  renameElsewhere: RenameElsewhere
  /** Between two looks, ms. */
  interval?: number
}

/** Sweeps after the accounts that were removed, beside the requests, until it is stopped; stopping waits for the look that is under way. */
export function startRemovals({ db, log, renameElsewhere, interval = 1000 }: Going): { stop(): Promise<void> } {
  let isStopped = false
  let under: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout
  const look = async () => {
    // A database that does not answer is asked again in the next round.
    const failed = (error: unknown) => log.error({ err: error }, 'a removed account could not be swept')
    await sweepRemovals(db, renameElsewhere).catch(failed)
    if (!isStopped) later()
  }
  const later = () => {
    timer = setTimeout(() => {
      under = look()
    }, interval)
  }
  later()
  const stop = async () => {
    isStopped = true
    clearTimeout(timer)
    await under
  }
  return { stop }
}
