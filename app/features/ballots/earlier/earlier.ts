import type { Ballot, HandleVote } from '../ballot.ts'

/** A ballot that was cast on words which meant something else, or on a framing that was merged into this one. */
export interface EarlierBallot extends Omit<Ballot, 'movedBy'> {
  /** The framing that it was cast on, where that was merged. */
  ofName: string | null
}

export interface EarlierHandle extends HandleVote {
  ofName: string | null
}

/** A member's own votes on earlier words. */
export interface Earlier {
  ballots: readonly EarlierBallot[]
  handles: readonly EarlierHandle[]
}
