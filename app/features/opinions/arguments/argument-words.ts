import { counted } from '#app/ui/plain.tsx'
import type { SideVotes } from '../bridging/across.ts'
import type { ArgumentRating } from '../ratings/ratings.server.ts'
import type { LabelLine, StandingArgument } from './standing-argument.ts'

type Asked = Pick<StandingArgument, 'claimKind' | 'on'>

/** What the two sides of an argument's question say. */
function sidesOf({ claimKind, on }: Asked): { yes: string; no: string } {
  if (on === 'name') return { yes: 'would use the name', no: 'would not' }
  return claimKind === 'case'
    ? { yes: 'say it fits', no: 'say it does not' }
    : { yes: 'say it holds', no: 'say it does not' }
}

const of = ({ chosen, seen }: SideVotes, who: string) => `${chosen} of ${seen} who ${who}`

/** "worth reading to 5 of 6 who say it fits, and to 3 of 4 who say it does not" */
export function lineWords(argument: Asked & Pick<StandingArgument, 'line'>): string | null {
  const { line } = argument
  if (!line) return null
  const { yes, no } = sidesOf(argument)
  return `worth reading to ${of(line.yes, yes)}, and to ${of(line.no, no)}`
}

/** As `lineWords`, of a label on the words that the argument rests on; its sides are those of the framing's fit. */
export function labelWords({ claimKind }: Asked, label: LabelLine): string {
  const { yes, no } = sidesOf({ claimKind, on: 'fit' })
  return `${of(label.yes, yes)} agree with it, and ${of(label.no, no)}`
}

/** "worth reading to 4 of 5"; "no votes yet" */
export function approvalWords({ approval: { up, down } }: Pick<StandingArgument, 'approval'>): string {
  return up + down === 0 ? 'no votes yet' : `worth reading to ${up} of ${up + down}`
}

export function otherwiseWords({ otherwise }: Pick<StandingArgument, 'otherwise'>): string | null {
  return otherwise === 0 ? null : `${otherwise} of them judge otherwise`
}

export function movedWords({ moved }: Pick<StandingArgument, 'moved'>): string | null {
  return moved === 0 ? null : `moved ${counted(moved, 'ballot')}`
}

/** What stands of its status; nothing while it is undecided. */
export function ratingWords(rating: ArgumentRating | null): string | null {
  if (!rating || rating.status === 'undecided') return null
  const from = `by ${counted(rating.ratings, 'practised rater')}, their leanings taken out`
  return rating.status === 'helpful'
    ? `Found worth reading whatever one’s leaning: ${from}.`
    : `Found not worth reading whatever one’s leaning: ${from}.`
}
