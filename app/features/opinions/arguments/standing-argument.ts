import type { Argument } from '#app/features/discussion/bearing.ts'
import type { Sides, WeighedArgument } from '#app/features/votes/arguments/weighed-argument.ts'
import type { Count } from '#app/features/votes/vote.ts'
import { across, bridges, type SideVotes } from '../bridging/across.ts'
import type { ArgumentRating } from '../ratings/ratings.server.ts'

/** How those on both sides of a question vote on something: those who judge that the framing fits (or would use the name), and the others. */
export interface Line {
  yes: SideVotes
  no: SideVotes
  /** How surely the side that likes it least likes it. */
  value: number
  bridges: boolean
}

/** A label on words that an argument rests on, as both sides see it. */
export interface LabelLine extends Line {
  excerptId: string
  labelId: string
  name: string
}

/** An argument, and how it stands among those who vote on it. */
export interface StandingArgument extends Argument, Pick<WeighedArgument, 'claimKind' | 'otherwise' | 'moved'> {
  approval: Count
  /** What is asked of it divides members: only then it is looked across the line, and rated. */
  isContested: boolean
  /** Null with fewer than 3 votes on a side. */
  line: Line | null
  labels: LabelLine[]
  rating: ArgumentRating | null
}

/** Null with fewer than 3 votes on a side. */
export function lineOf(yes: SideVotes, no: SideVotes): Line | null {
  const value = across([yes, no])
  return value === null ? null : { yes, no, value, bridges: bridges([yes, no]) }
}

export const approvalAcross = ({ yes, no }: Sides): Line | null => lineOf(seenOf(yes), seenOf(no))

const seenOf = ({ up, down }: Count): SideVotes => ({ chosen: up, seen: up + down })
