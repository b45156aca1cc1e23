import { touch } from '#app/features/activity/activity.server.ts'
import { keepWords } from '#app/features/claims/wording/wording.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import type { BallotRow, HandleVoteRow } from '#db/tables.ts'
import { keepCounts } from '../counting/counting.server.ts'
import { dropEarlierBallot, dropEarlierHandle } from '../earlier/drop-earlier.server.ts'
import * as queries from './attribute-ballots.queries.server.ts'

/** The ballots and handle votes of one member are another's: where both voted the other's stands. Tallies are exact, and those of the days before stay what they were: what the first did in a cell in which the second did something too stays with the first, ended by being taken back. */
export async function attributeBallots(tx: Db, fromId: string, toId: string) {
  const claimIds = await queries.selectClaimsOf(tx, fromId)
  await keepWords(tx, claimIds, await queries.selectFramingsOf(tx, fromId, toId))
  for (const claimId of claimIds) {
    await keepCounts(tx, { claimId }, [fromId, toId], async () => {
      await attributeOn(tx, claimId, fromId, toId)
      return now()
    })
    await touch(tx, { kind: 'claim', id: claimId })
  }
}

async function attributeOn(tx: Db, claimId: string, fromId: string, toId: string) {
  await queries.updateHistories(tx, claimId, fromId, toId)
  const earlier = await queries.selectEarlierOf(tx, claimId, toId)
  await attributeEarlier(tx, claimId, fromId, toId)
  const ballots = new Set([...(await queries.selectBallotsOf(tx, claimId, toId)), ...earlier.ballots].map(cellOf))
  for (const row of await queries.selectBallotsOf(tx, claimId, fromId))
    await attributeBallot(tx, row, toId, ballots.has(cellOf(row)))
  const handles = new Set(
    [...(await queries.selectHandlesOf(tx, claimId, toId)), ...earlier.handles].map((row) => row.standpoint_id),
  )
  for (const row of await queries.selectHandlesOf(tx, claimId, fromId))
    await attributeHandle(tx, row, toId, handles.has(row.standpoint_id))
}

/** What was said on earlier words too: where the second member said anything in the cell, that stands. */
async function attributeEarlier(tx: Db, claimId: string, fromId: string, toId: string) {
  await queries.updateEarlierVoter(tx, claimId, fromId, toId)
  const { ballots, handles } = await queries.selectEarlierOf(tx, claimId, fromId)
  for (const { standpoint_id, framing_id } of ballots)
    await dropEarlierBallot(tx, { claimId, standpointId: standpoint_id, framingId: framing_id }, fromId)
  for (const { standpoint_id } of handles) await dropEarlierHandle(tx, standpoint_id, fromId)
}

const cellOf = (row: Pick<BallotRow, 'standpoint_id' | 'framing_id'>) => `${row.standpoint_id} ${row.framing_id}`

async function attributeBallot(tx: Db, row: BallotRow, toId: string, own: boolean) {
  const { claim_id, standpoint_id, framing_id, member_id, verdict, reason, moved_by_kind, moved_by_id } = row
  if (own) await queries.deleteBallot(tx, row)
  else await queries.updateBallotVoter(tx, row, toId)
  const last = await queries.selectLastCast(tx, row, member_id)
  if (last === 0) return
  const cell = { claim_id, standpoint_id, framing_id }
  const nothing = { verdict: null, reason: '', moved_by_kind: null, moved_by_id: null }
  await queries.insertBallotHistory(tx, { id: newId(), ...cell, ...nothing, member_id, at: after(last) })
  if (own) return
  const at = after(await queries.selectLastCast(tx, row, toId))
  const cast = { verdict, reason, moved_by_kind, moved_by_id }
  await queries.insertBallotHistory(tx, { id: newId(), ...cell, ...cast, member_id: toId, at })
}

async function attributeHandle(tx: Db, row: HandleVoteRow, toId: string, own: boolean) {
  const { claim_id, standpoint_id, member_id, framing_id } = row
  if (own) await queries.deleteHandle(tx, row)
  else await queries.updateHandleVoter(tx, row, toId)
  const last = await queries.selectLastSaid(tx, row, member_id)
  if (last === 0) return
  const place = { claim_id, standpoint_id }
  const gone = { id: newId(), ...place, member_id, framing_id: null, withdrawn: 1, at: after(last) }
  await queries.insertHandleHistory(tx, gone)
  if (own) return
  const at = after(await queries.selectLastSaid(tx, row, toId))
  await queries.insertHandleHistory(tx, { id: newId(), ...place, member_id: toId, framing_id, withdrawn: 0, at })
}

/** Times of a history rise, also within a millisecond. */
const after = (last: number) => Math.max(now(), last + 1)
