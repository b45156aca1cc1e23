import type { Difference } from '#app/lib/differences.ts'
import type { Interval } from '#app/lib/statistics.ts'
import { conditionWords, fewest, type Pair, type Series } from '../shares.ts'

const minus = (text: string) => text.replace('-', '−')

/** "42 %" */
export const percent = (share: number) => `${Math.round(100 * share)}\u00a0%`
/** Where a scale begins or ends: "0", "0.42", "12.5". */
export const bound = (value: number) => minus(Number(value.toPrecision(3)).toString())

/** "0.42", "12.50"; whole from a hundred on, unless it is too small to show so. */
export function figure(value: number): string {
  const places = Math.abs(value) >= 100 ? 0 : 2
  const isLost = value !== 0 && Math.abs(value) < 0.005
  return minus(isLost ? Number(value.toPrecision(1)).toString() : value.toFixed(places))
}
export const rangeOf = ({ low, high }: Interval, say: (value: number) => string) => `${say(low)} to ${say(high)}`

const points = (value: number) => `${value > 0 ? '+' : ''}${minus(Math.round(100 * value).toString())}`

/** "free tier less paid tier: +20 points (+5 to +33)", or why nothing is said. */
export function gapWords(pair: Pair, gap: Difference | null, kind: 'share' | 'mean'): string {
  const names = `${conditionWords(pair[0])} less ${conditionWords(pair[1])}`
  if (!gap) return `${names}: too few to say, with fewer than ${fewest} transcripts in one of them`
  if (kind === 'mean') return `${names}: ${figure(gap.difference)} (${rangeOf(gap, figure)})`
  return `${names}: ${points(gap.difference)} points (${rangeOf(gap, points)})`
}

const kinds = { label: 'label', classifier: 'classifier', score: 'score' }

/** "open refusal", "open refusal, says lightbright", "complied: yes" */
export function nameOf({ kind, name, value }: Series): string {
  if (kind === 'classifier') return `${name}, says ${value}`
  if (kind === 'score') return `${name}: ${value ?? 'yes'}`
  return name
}

export const kindOf = ({ kind }: Series) => kinds[kind]
