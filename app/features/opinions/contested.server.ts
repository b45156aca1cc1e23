import type { Member } from '#app/features/accounts/member.ts'
import type { EffectIntervals } from '#app/features/ballots/standpoint-effect.ts'
import { type ClaimStanding, standingsOf, tallyOf } from '#app/features/ballots/tallies.server.ts'
import type { Tally } from '#app/features/ballots/tally.ts'
import { claimsSaidOn } from '#app/features/ballots/voting/saying-first.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { findClaim, newestStatements } from '#app/features/claims/claims.server.ts'
import type { Db } from '#db/open.ts'

export interface Contested {
  claim: Claim
  voters: number
  /** Null for a member who has yet to say: they say first. */
  tally: Tally | null
}

const newest = 100

/** Of the newest claims, the one with a contested cell on which most have voted, as this reader may see it. */
export async function contestedNow(
  db: Db,
  reader: Member | null,
  intervals?: EffectIntervals,
): Promise<Contested | null> {
  const ids = (await newestStatements(db, newest)).map(({ id }) => id)
  const standings = await standingsOf(db, ids)
  const votersOf = (id: string) => standings.get(id)?.voters ?? 0
  const [id] = ids.filter((one) => isContested(standings.get(one))).sort((a, b) => votersOf(b) - votersOf(a))
  if (id === undefined) return null
  const claim = await findClaim(db, id)
  const mayLook = (await claimsSaidOn(db, reader, [id])).has(id)
  return { claim, voters: votersOf(id), tally: mayLook ? await tallyOf(db, id, { intervals }) : null }
}

function isContested(standing: ClaimStanding | undefined): boolean {
  return standing?.cells.some((cell) => cell.state === 'contested') ?? false
}
