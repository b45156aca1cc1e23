import { touch } from '#app/features/activity/activity.server.ts'
import { keepWords } from '#app/features/claims/wording/wording.server.ts'
import { now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { keepCounts } from '../counting/counting.server.ts'
import { noteDepartures } from '../departing/departures.server.ts'
import { dropEarlierBallot, dropEarlierHandle } from '../earlier/drop-earlier.server.ts'
import * as queries from './take-back-ballots.queries.server.ts'

/** Takes back what a member who is removed said on so many framings of claims; answers how many it found. Today's counts lose it, those of days that are over stay what they were. */
export function takeBackBallotsOf(db: Db, memberId: string, most: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    const judged = await queries.selectJudged(tx, memberId, most)
    await keepWords(tx, idsOf(judged, 'claim_id'), idsOf(judged, 'framing_id'))
    const left = []
    for (const one of judged) {
      const { claim_id: claimId, framing_id: framingId } = one
      const change = await keepCounts(tx, { claimId, framingId }, [memberId], async () => {
        for (const { standpoint_id } of await queries.selectEarlierPlaces(tx, one, memberId))
          await dropEarlierBallot(tx, { claimId, standpointId: standpoint_id, framingId }, memberId)
        await queries.deleteBallots(tx, one, memberId)
        return now()
      })
      left.push(change)
      await touchBoth(tx, one)
    }
    await noteDepartures(tx, left)
    return judged.length
  })
}

/** As takeBackBallotsOf, for the names that a member would use. */
export function takeBackHandlesOf(db: Db, memberId: string, most: number): Promise<number> {
  return inTransaction(db, async (tx) => {
    const named = await queries.selectNamed(tx, memberId, most)
    await keepWords(tx, idsOf(named, 'claim_id'), idsOf(named, 'framing_id'))
    const left = []
    for (const { claim_id: claimId, standpoint_id: namesFrom, framing_id } of named) {
      const change = await keepCounts(tx, { claimId, namesFrom }, [memberId], async () => {
        await dropEarlierHandle(tx, namesFrom, memberId)
        await queries.deleteHandle(tx, namesFrom, memberId)
        return now()
      })
      left.push(change)
      await touchBoth(tx, { claim_id: claimId, framing_id })
    }
    await noteDepartures(tx, left)
    return named.length
  })
}

function idsOf<K extends string>(rows: readonly { [key in K]: string | null }[], column: K): string[] {
  return [...new Set(rows.map((row) => row[column]))].filter((id) => id !== null).sort()
}

async function touchBoth(tx: Db, { claim_id, framing_id }: { claim_id: string; framing_id: string | null }) {
  await touch(tx, { kind: 'claim', id: claim_id })
  if (framing_id !== null) await touch(tx, { kind: 'framing', id: framing_id })
}
