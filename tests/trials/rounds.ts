import { seededRandom } from '#app/lib/statistics.ts'

/** How a trial is asked for: with few rounds as a part of `npm test`, with many by `npm run trial`. */
export interface Rounds {
  rounds: number
  isLong: boolean
  random: () => number
  /** Says what was done, where somebody watches. */
  say(line: string): void
}

/** Reads what `npm run trial` asked for. */
export function roundsOf(few: number, many: number): Rounds {
  const { TRIAL, TRIAL_ROUNDS, TRIAL_SEED = '8' } = process.env
  const isLong = TRIAL === 'long'
  return {
    rounds: Number(TRIAL_ROUNDS ?? (isLong ? many : few)),
    isLong,
    random: seededRandom(TRIAL_SEED),
    say: (line) => {
      if (isLong) console.log(`  ${line}`)
    },
  }
}

export const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** Until when a long trial may last. */
export const anHour = { timeout: 3_600_000 }
