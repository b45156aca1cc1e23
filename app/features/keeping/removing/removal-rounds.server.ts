import { type Loop, startLoop } from '#app/lib/loop.server.ts'
import type { Db } from '#db/open.ts'
import { type RenameElsewhere, sweepRemovals } from './sweep.server.ts'

interface Going {
  db: Db
  log: { error(details: object, message: string): void }
  renameElsewhere: RenameElsewhere
}

/** Sweeps after the accounts that were removed, beside the requests. */
export function startRemovals({ db, log, renameElsewhere }: Going): Loop {
  const failed = (error: unknown) => log.error({ err: error }, 'a removed account could not be swept')
  return startLoop({ interval: 1000, round: () => sweepRemovals(db, renameElsewhere), failed })
}
