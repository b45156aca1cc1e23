import * as v from 'valibot'
import { notFound } from '#app/lib/refusal.ts'

export const axes = ['approval', 'agreement'] as const
/** Approval: worth reading. Agreement: I agree. They are counted apart. */
export type Axis = (typeof axes)[number]

/** What members vote on. */
export interface Target {
  kind: 'post' | 'comment'
  id: string
}

export const VoteDraft = v.object({ value: v.picklist([1, -1]) })
export type VoteValue = 1 | -1

export interface Count {
  up: number
  down: number
}

export type Totals = Record<Axis, Count>
export type OwnVotes = Record<Axis, VoteValue | null>

export const noTotals: Totals = { approval: { up: 0, down: 0 }, agreement: { up: 0, down: 0 } }
export const noVotes: OwnVotes = { approval: null, agreement: null }

/** Posts take approval only. */
export function takes(kind: Target['kind'], axis: Axis): boolean {
  return kind === 'comment' || axis === 'approval'
}

/** Up without down. */
export const netOf = ({ up, down }: Count): number => up - down

/** The id of the button that says so of a target. */
export function pressedId({ kind, id }: Target, axis: string, side: number): string {
  return `v-${kind}-${id}-${axis}-${side === 1 ? 'up' : 'down'}`
}

/** The target and axis that an address names; there are no others. */
export function targetOf(kind: string, id: string, axis: string): { target: Target; axis: Axis } {
  if (kind !== 'post' && kind !== 'comment') throw notFound('kind of thing to vote on')
  if (axis !== 'approval' && axis !== 'agreement') throw notFound('kind of vote')
  return { target: { kind, id }, axis }
}
