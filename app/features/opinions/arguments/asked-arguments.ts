import type { Claim } from '#app/features/claims/claim.ts'
import { aspects, directions } from '#app/features/discussion/bearing.ts'
import { invalid } from '#app/lib/refusal.ts'
import { type ArgumentSort, argumentSorts, type Placed } from './argument-order.ts'

/** Which of a claim's arguments, in which order; '' is any. */
export interface AskedArguments {
  framing: string
  direction: '' | (typeof directions)[number]
  on: '' | (typeof aspects)[number]
  standpoint: string
  sort: ArgumentSort
}

/** Argued without a standpoint: all things considered. */
export const atAll = 'none'

/** Reads `?framing=&direction=&on=&standpoint=&sort=`; what the claim does not have is refused. */
export function askedArguments(query: URLSearchParams, claim: Claim, usual: ArgumentSort): AskedArguments {
  const one = <T extends string>(name: string, known: readonly T[]): T | '' => {
    const said = query.get(name) ?? ''
    if (said !== '' && !known.includes(said as T))
      throw invalid({ [name]: refusals[name] ?? `This is ${known.join(', ')}.` })
    return said as T | ''
  }
  return {
    framing: one(
      'framing',
      claim.framings.map(({ id }) => id),
    ),
    direction: one('direction', directions),
    on: one('on', aspects),
    standpoint: one('standpoint', [atAll, ...claim.standpoints.map(({ id }) => id)]),
    sort: one('sort', argumentSorts) || usual,
  }
}

const refusals: Record<string, string> = {
  framing: 'This claim is not judged by such a framing.',
  standpoint: 'This claim has no such standpoint.',
}

export function isAsked({ framing, direction, on, standpoint }: AskedArguments, argument: Placed): boolean {
  const fits = (said: string, is: string) => said === '' || said === is
  return (
    fits(framing, argument.framingId) &&
    fits(direction, argument.direction) &&
    fits(on, argument.on) &&
    fits(standpoint, argument.standpointId ?? atAll)
  )
}
