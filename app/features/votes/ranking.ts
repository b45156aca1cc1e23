import { type InTime, newFirst, oldFirst } from '#app/features/discussion/threads/thread.ts'
import { contestednessOf } from '#app/features/labels/labelling.ts'
import { wilson } from '#app/lib/statistics.ts'
import { type Count, netOf } from './vote.ts'

/** The normal deviate of an 80 % interval. */
const z80 = 1.281551565545
const unvoted = 0.2

/** How good a comment surely is: the lower bound of its share of approval; without votes it stands where two of five would. */
export function bestOf({ up, down }: Count): number {
  const n = up + down
  return n === 0 ? unvoted : wilson(up / n, n, z80).low
}

/** What makes a post hot: its approval, less with every hour. */
export function hotOf(score: number, ageHours: number): number {
  return (score + 1) / (ageHours + 2) ** 1.15
}

interface Ranked extends InTime {
  approval: Count
}

interface Judged extends Ranked {
  agreement: Count
}

/** Best first; ties: fewer downvotes, then older. */
export function bestFirst(a: Ranked, b: Ranked): number {
  return bestOf(b.approval) - bestOf(a.approval) || a.approval.down - b.approval.down || oldFirst(a, b)
}

/** Most approved first; ties: older. */
function topFirst(a: Ranked, b: Ranked): number {
  return netOf(b.approval) - netOf(a.approval) || oldFirst(a, b)
}

/** Those first on which members disagree most evenly; ties: older. */
function splitFirst(a: Judged, b: Judged): number {
  return splitOf(b.agreement) - splitOf(a.agreement) || oldFirst(a, b)
}

const splitOf = ({ up, down }: Count) => contestednessOf({ agree: up, disagree: down })

export const sorts = ['best', 'new', 'old', 'top', 'split'] as const
export type Sort = (typeof sorts)[number]

/** How siblings of a thread are compared for each sort. */
export const comparisons: Record<Sort, (a: Judged, b: Judged) => number> = {
  best: bestFirst,
  new: newFirst,
  old: oldFirst,
  top: topFirst,
  split: splitFirst,
}

/** Most approved by those who judge otherwise first; then best. */
export function strongestFirst(a: Ranked & { otherwise: number }, b: Ranked & { otherwise: number }): number {
  return b.otherwise - a.otherwise || bestFirst(a, b)
}
