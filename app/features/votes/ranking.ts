import { wilson } from '#app/lib/statistics.ts'
import type { Count } from './vote.ts'

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

interface Ranked {
  id: string
  createdAt: number
  approval: Count
}

const older = (a: Ranked, b: Ranked) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)

/** Best first; ties: fewer downvotes, then older. */
export function bestFirst(a: Ranked, b: Ranked): number {
  return bestOf(b.approval) - bestOf(a.approval) || a.approval.down - b.approval.down || older(a, b)
}

/** Most approved first; ties: older. */
export function topFirst(a: Ranked, b: Ranked): number {
  return b.approval.up - b.approval.down - (a.approval.up - a.approval.down) || older(a, b)
}

export const sorts = ['best', 'new', 'old', 'top'] as const
export type Sort = (typeof sorts)[number]

/** How siblings of a thread are compared for each sort. */
export const comparisons: Record<Sort, (a: Ranked, b: Ranked) => number> = {
  best: bestFirst,
  new: (a, b) => older(b, a),
  old: older,
  top: topFirst,
}

/** Most approved by those who judge otherwise first; then best. */
export function strongestFirst(a: Ranked & { across: number }, b: Ranked & { across: number }): number {
  return b.across - a.across || bestFirst(a, b)
}
