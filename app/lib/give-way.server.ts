import { constants, setPriority } from 'node:os'
import { isMainThread } from 'node:worker_threads'

/** Leaves the processor to whoever else wants it: the program does, or a thread alone, where the system knows one from the other. */
export function giveWay() {
  if (isMainThread || process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
}
