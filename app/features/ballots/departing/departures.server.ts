import { dayMs, dayNumber, dayOf, now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { fewest } from '../established/by-age.ts'
import * as queries from './departures.queries.server.ts'

/** What left a claim's tallies with accounts that were removed. */
export interface Departure {
  /** UTC, `2026-11-21` */
  day: string
  members: number
  votes: number
}

/** By how much the votes and the voters of claims changed, one after the other. */
type Left = { claimId: string; voters: number; votes: number }[]

/** Notes what a removal takes out of tallies. After the counters, and in the order of the keys, as they are. */
export async function noteDepartures(tx: Db, left: Left) {
  const claims = Map.groupBy(left, ({ claimId }) => claimId)
  for (const claim_id of [...claims.keys()].sort()) {
    const own = claims.get(claim_id) ?? []
    const members = own.reduce((all, { voters }) => all - voters, 0)
    const votes = own.reduce((all, one) => all - one.votes, 0)
    if (votes > 0) await queries.upsertDeparture(tx, { claim_id, day: dayNumber(now()), members, votes })
  }
}

/** The days that are over and on which so many left a claim that none of them can be told by it. */
export async function departuresFrom(db: Db, claimId: string): Promise<Departure[]> {
  const rows = await queries.selectDepartures(db, claimId, fewest, dayNumber(now()))
  return rows.map(({ day, ...row }) => ({ day: dayOf(day * dayMs), ...row }))
}

/** How many votes on claims a member has standing, and on how many. */
export async function votesStanding(db: Db, memberId: string): Promise<{ votes: number; claims: number }> {
  const { votes, claims } = await queries.selectVotesOf(db, memberId)
  return { votes: Number(votes ?? 0), claims: Number(claims) }
}
