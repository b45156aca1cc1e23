import { setTimeout as pause } from 'node:timers/promises'
import { askOnce, type Message } from './ask.server.ts'
import type { Endpoint } from './endpoint.ts'
import { AskFailure } from './failure.ts'
import type { Completion } from './read-completion.ts'

export interface Patience {
  /** How often one question is asked at most. */
  attempts: number
  /** The first wait, ms, about twice as long each time. */
  firstMs: number
  mostMs: number
}

const usual: Patience = { attempts: 6, firstMs: 1000, mostMs: 30_000 }
const longestWaitMs = 10 * 60_000

export type Ask = (messages: Message[], signal: AbortSignal) => Promise<Completion>

/** Asks again what failed in passing, after waits that grow and differ. Where the endpoint says how long to wait, all questions do. */
export function patientAsker(
  endpoint: Endpoint,
  patience: Partial<Patience> = {},
  onAgain = (_why: string) => {},
): Ask {
  const how = { ...usual, ...patience }
  let notBefore = 0
  const restAfter = (error: unknown, attempt: number, signal: AbortSignal) => {
    if (!(error instanceof AskFailure) || error.kind !== 'again' || attempt === how.attempts) throw error
    const { afterMs } = error
    if (afterMs === null) return rest(waitOf(attempt, how), signal)
    if (afterMs > longestWaitMs) throw tooLong(error, afterMs)
    notBefore = Math.max(notBefore, Date.now() + afterMs)
    return rest(afterMs + (Math.random() * how.firstMs) / 2, signal)
  }
  return async (messages, signal) => {
    for (let attempt = 1; ; attempt++) {
      await rest(notBefore - Date.now(), signal)
      try {
        return await askOnce(endpoint, messages, signal)
      } catch (error) {
        const rested = restAfter(error, attempt, signal)
        onAgain((error as AskFailure).message)
        await rested
      }
    }
  }
}

/** Half of it is fixed, half is chance, so that questions which failed together do not come back together. */
export function waitOf(attempt: number, { firstMs, mostMs }: Patience, random = Math.random()): number {
  return Math.min(mostMs, firstMs * 2 ** (attempt - 1)) * (0.5 + random / 2)
}

async function rest(ms: number, signal: AbortSignal) {
  if (ms > 0) await pause(ms, undefined, { signal }).catch(() => {})
  if (signal.aborted) throw new AskFailure('stopped', 'Stopped before it answered.')
}

function tooLong({ message }: AskFailure, afterMs: number): AskFailure {
  return new AskFailure('never', `${message} It wants to be left alone for ${Math.round(afterMs / 60_000)} minutes.`)
}
