import * as v from 'valibot'
import { id, optional } from '#app/lib/validation.ts'

export const verdicts = ['fits', 'partly', 'misfits', 'unsure'] as const
export type BallotVerdict = (typeof verdicts)[number]

/** A verdict that says something about fit. */
export type Judged = Exclude<BallotVerdict, 'unsure'>

/** What a verdict counts in a share. */
export const weightOf: Record<Judged, number> = { fits: 1, partly: 0.5, misfits: 0 }

/** What one ballot is about. */
export interface Cell {
  claimId: string
  standpointId: string
  framingId: string
}

export const reasonLimit = 300

const MovedBy = v.object({ type: v.picklist(['comment', 'excerpt']), id })
export type MovedBy = v.InferOutput<typeof MovedBy>

export const BallotDraft = v.object({
  verdict: v.picklist(verdicts, 'A verdict is fits, partly, misfits or unsure.'),
  reason: optional(reasonLimit),
  movedBy: v.nullish(MovedBy),
})

/** Whether two votes say the same of the same words, whenever they were cast. */
export function isSameVote<Vote extends { cast_at: number }>({ cast_at: _, ...said }: Vote, other: Vote): boolean {
  return Object.entries(said).every(([column, value]) => other[column as keyof Vote] === value)
}

/** `framingId` null: none of these. */
export const HandleDraft = v.object({ framingId: v.nullable(id) })

/** What a claim's page sends; `framing` may be none or back, `verdict` back. A form without `reason` leaves the reason of the same verdict as it is. */
export const BallotForm = v.object({
  intent: v.picklist(['handle', 'ballot']),
  standpoint: id,
  framing: id,
  verdict: v.optional(v.string()),
  reason: v.optional(v.string()),
})

/** A member's own verdict as it stands. */
export interface Ballot {
  standpointId: string
  framingId: string
  verdict: BallotVerdict
  reason: string
  /** What the member says changed it. */
  movedBy: MovedBy | null
  castAt: number
}

/** The framing that a member would use as the name; null: none of these. */
export interface HandleVote {
  standpointId: string
  framingId: string | null
}

/** A ballot of a member who shows theirs. */
export interface ShownBallot extends Ballot {
  handle: string
  /** Their part in the matter, where they say so. */
  part: string
}

/** The ballots shown on one framing. */
export interface ShownBallots {
  ballots: ShownBallot[]
  /** With those that the page has no room for. */
  count: number
}
