import { conflict, invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Tally } from '../tally.ts'
import * as queries from './by-age.queries.server.ts'
import { beginningMs, type CountByAge, comparable, fewest, youngDays } from './by-age.ts'

/** The votes on a claim, cell by cell, by whether their accounts were young when they were cast. */
export async function countsByAge(db: Db, claimId: string): Promise<CountByAge[]> {
  const since = await youngSince(db)
  const ballots = await queries.selectBallotsByAge(db, claimId, since)
  const handles = await queries.selectHandlesByAge(db, claimId, since)
  return [...ballots, ...handles.map((row) => ({ ...row, said: 'handles' as const }))].map((row) => ({
    standpointId: row.standpoint_id,
    framingId: row.framing_id ?? '',
    ...{ said: row.said, count: Number(row.count), young: Number(row.young) },
  }))
}

/** From when on an account can be young: once the site is no longer new itself, ms. */
export async function youngSince(db: Db): Promise<number> {
  return (await queries.selectBeginning(db)) + beginningMs
}

/** Counting by age reads every vote: so many are read in a blink, and that few turn no tally of more. */
const mostVotes = 50_000

/** A claim's tally with and without young accounts, wherever enough of both voted to tell. */
export async function tallyByAge(db: Db, tally: Tally) {
  if (votesIn(tally) > mostVotes) throw conflict(`More than ${mostVotes} votes are not set apart while you wait.`)
  return { youngerThanDays: youngDays, fewest, ...comparable(await countsByAge(db, tally.claimId)) }
}

function votesIn({ cells, noneOfThese }: Tally): number {
  const none = noneOfThese.reduce((all, { handles }) => all + handles, 0)
  return cells.reduce((all, { n, unsure, handles }) => all + n + unsure + handles, none)
}

/** What an address asks to be left out; of a past day it cannot be. */
export function isWithoutYoung({ searchParams }: URL): boolean {
  const without = searchParams.get('without')
  if (without === null) return false
  if (without !== 'young') throw invalid({ without: 'What can be left out is "young".' })
  if (searchParams.get('at') !== null) throw invalid({ without: 'Nothing is left out of a tally of a past day.' })
  return true
}
