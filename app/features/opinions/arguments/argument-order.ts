import { newFirst, oldFirst } from '#app/features/discussion/threads/thread.ts'
import type { WeighedArgument } from '#app/features/votes/arguments/weighed-argument.ts'
import { bestFirst, strongestFirst } from '#app/features/votes/ranking.ts'
import { approvalAcross } from './standing-argument.ts'

/** With whether what it argues about is contested. */
export interface Placed extends WeighedArgument {
  isContested: boolean
}

export const argumentSorts = ['strongest', 'across', 'best', 'newest', 'moved', 'oldest'] as const
export type ArgumentSort = (typeof argumentSorts)[number]

/** Of what nobody disagrees about, or too few on a side voted on, nothing is known across the line. */
const acrossOf = (argument: Placed) => (argument.isContested ? (approvalAcross(argument.sides)?.value ?? 0) : 0)

export const argumentOrders: Record<ArgumentSort, (a: Placed, b: Placed) => number> = {
  strongest: strongestFirst,
  across: (a, b) => acrossOf(b) - acrossOf(a) || strongestFirst(a, b),
  best: bestFirst,
  newest: newFirst,
  moved: (a, b) => b.moved - a.moved || bestFirst(a, b),
  oldest: oldFirst,
}
