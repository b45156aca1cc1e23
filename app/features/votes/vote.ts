import * as v from 'valibot'

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
