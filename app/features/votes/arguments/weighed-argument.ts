import type { Bearing, Source } from '#app/features/discussion/bearing.ts'
import type { InTime } from '#app/features/discussion/threads/thread.ts'
import type { Count } from '../vote.ts'

/** Votes on an argument by those who judge that its framing fits (or would use the name), and by those who judge that it does not. */
export interface Sides {
  yes: Count
  no: Count
}

export const noSides: Sides = { yes: { up: 0, down: 0 }, no: { up: 0, down: 0 } }

/** An argument with what ranks it, and nothing that is read. */
export interface WeighedArgument
  extends InTime,
    Pick<Bearing, 'claimId' | 'framingId' | 'standpointId' | 'direction' | 'on'> {
  source: Source
  claimKind: 'case' | 'proposition'
  approval: Count
  sides: Sides
  /** How many approve although they judge otherwise; fewer than three say nothing and are 0. */
  otherwise: number
  /** Ballots on its claim of which somebody said that it, or an excerpt that it cites, moved them. */
  moved: number
}

const fewest = 3

/** How many approve of an argument who judge the other way. */
export function otherwiseOf(direction: Bearing['direction'], { yes, no }: Sides): number {
  const approving = direction === 'for' ? no.up : yes.up
  return approving >= fewest ? approving : 0
}
