import { dayMs } from '#app/lib/clock.ts'

/** A burst is a group: as many as would turn most tallies here, and more than come by a link that one person sends round. A class that joins together is one too: moderators are told, and nothing follows by itself. */
const [fewest, withinMs] = [8, dayMs]
/** Of all who voted there: on a claim that thousands judge, eight turn nothing. */
const leastShare = 1 / 4
/** How long moderators are told of it. */
export const toldMs = 14 * dayMs

/** A young member's first vote on a claim. */
export interface YoungVote {
  claimId: string
  castAt: number
}

export interface Burst {
  claimId: string
  /** How many young members voted within one day, at the most. */
  members: number
  /** When the first of them did. */
  at: number
}

/** Where many young members voted within a day, of so many voters in all; the latest first. */
export function burstsIn(votes: readonly YoungVote[], votersOn: (claimId: string) => number): Burst[] {
  const bursts = [...Map.groupBy(votes, ({ claimId }) => claimId)].map(([claimId, some]) => densest(claimId, some))
  const telling = bursts.filter(
    ({ claimId, members }) => members >= fewest && members >= votersOn(claimId) * leastShare,
  )
  return telling.sort((a, b) => b.at - a.at)
}

/** The day, from whenever on, in which most of them voted. */
function densest(claimId: string, votes: readonly YoungVote[]): Burst {
  const times = votes.map(({ castAt }) => castAt).sort((a, b) => a - b)
  let [from, best] = [0, { claimId, members: 0, at: 0 }]
  for (const [until, at] of times.entries()) {
    while (at - (times[from] as number) > withinMs) from++
    if (until - from + 1 > best.members) best = { claimId, members: until - from + 1, at: times[from] as number }
  }
  return best
}
