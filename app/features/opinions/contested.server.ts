import type { Member } from '#app/features/accounts/member.ts'
import { ballotsOf } from '#app/features/ballots/ballots.server.ts'
import type { EffectIntervals } from '#app/features/ballots/standpoint-effect.ts'
import { type ClaimStanding, standingsOf, tallyOf } from '#app/features/ballots/tallies.server.ts'
import type { Tally } from '#app/features/ballots/tally.ts'
import { claimsSaidOn } from '#app/features/ballots/voting/saying-first.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { claimsByIds, findClaim, newestStatements } from '#app/features/claims/claims.server.ts'
import type { Db } from '#db/open.ts'

export interface Contested {
  claim: Claim
  voters: number
  isContested: boolean
  /** Null for a member who has yet to say: they say first. */
  tally: Tally | null
  /** The framing that the reader would call it by, null for none of these; undefined while they have not said. */
  named: string | null | undefined
}

export interface Standing {
  claim: Claim
  standing: ClaimStanding | undefined
}

const newest = 100
const mostOthers = 3

/** What the front page begins with: of the newest claims the one with a contested cell on which most have voted, as this reader may see it (a member gets one that they have not judged, where there is one), else the newest case; and what else is contested. */
export async function claimsInFront(db: Db, reader: Member | null, intervals?: EffectIntervals) {
  const { ids, standings, newestIds } = await contestedAmong(db)
  const id = (await yetToJudge(db, reader, ids)) ?? (await newestCase(db, newestIds))
  const first = id === undefined ? null : await asSeenBy(db, reader, id, ids.includes(id), intervals)
  const others = await claimsByIds(db, ids.filter((one) => one !== id).slice(0, mostOthers))
  return { first, others: others.map((claim): Standing => ({ claim, standing: standings.get(claim.id) })) }
}

/** The contested ones of the newest claims, those on which most have voted first. */
async function contestedAmong(db: Db) {
  const newestIds = (await newestStatements(db, newest)).map(({ id }) => id)
  const standings = await standingsOf(db, newestIds)
  const votersOf = (id: string) => standings.get(id)?.voters ?? 0
  const ids = newestIds.filter((id) => isContested(standings.get(id))).sort((a, b) => votersOf(b) - votersOf(a))
  return { ids, standings, newestIds }
}

function isContested(standing: ClaimStanding | undefined): boolean {
  return standing?.cells.some((cell) => cell.state === 'contested') ?? false
}

async function yetToJudge(db: Db, reader: Member | null, ids: string[]): Promise<string | undefined> {
  if (reader === null) return ids[0]
  const said = await claimsSaidOn(db, reader, ids)
  return ids.find((id) => !said.has(id)) ?? ids[0]
}

async function newestCase(db: Db, ids: string[]): Promise<string | undefined> {
  return (await claimsByIds(db, ids.slice(0, 20))).find(({ kind }) => kind === 'case')?.id
}

async function asSeenBy(
  db: Db,
  reader: Member | null,
  id: string,
  isContested: boolean,
  intervals?: EffectIntervals,
): Promise<Contested> {
  const claim = await findClaim(db, id)
  const tally = await tallyOf(db, id, { intervals })
  const mayLook = (await claimsSaidOn(db, reader, [id])).has(id)
  const { handles } = reader ? await ballotsOf(db, reader, id) : { handles: [] }
  const named = handles.find(({ standpointId }) => standpointId === claim.standpoints[0]?.id)?.framingId
  return { claim, voters: tally.voters, isContested, tally: mayLook ? tally : null, named }
}
