import { type OverTime, overTime } from '#app/features/ballots/over-time/days.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'

/** A claim over time, of the framing and from the standpoint that an address names, or of all. */
export function overTimeAsked(db: Db, claim: Claim, query: URLSearchParams): Promise<OverTime> {
  const [framing, standpoint] = [query.get('framing'), query.get('standpoint')]
  if (framing !== null && !claim.framings.some(({ id }) => id === framing))
    throw invalid({ framing: 'This claim has no such framing.' })
  if (standpoint !== null && !claim.standpoints.some(({ id }) => id === standpoint))
    throw invalid({ standpoint: 'This claim has no such standpoint.' })
  return overTime(db, claim.id, {
    framingIds: framing === null ? undefined : [framing],
    standpointId: standpoint ?? undefined,
  })
}
