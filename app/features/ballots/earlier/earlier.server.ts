import type { Member } from '#app/features/accounts/member.ts'
import { keepWords } from '#app/features/claims/wording/wording.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Cell, MovedBy } from '../ballot.ts'
import { castBallot, sayHandle, takeBackHandle, withdrawBallot } from '../ballots.server.ts'
import * as queries from './earlier.queries.server.ts'
import type { Earlier } from './earlier.ts'

/** A member's votes on a claim that were cast on words which meant something else. */
export async function earlierOf(db: Db, member: Member | null, claimId: string): Promise<Earlier> {
  if (!member) return { ballots: [], handles: [] }
  const ballots = await queries.selectEarlierBallots(db, member.id, claimId)
  const handles = await queries.selectEarlierHandles(db, member.id, claimId)
  return {
    ballots: ballots.map(({ standpoint_id, framing_id, verdict, reason, cast_at, of_name }) => ({
      ...{ standpointId: standpoint_id, framingId: framing_id, verdict, reason, castAt: cast_at, ofName: of_name },
    })),
    handles: handles.map(({ standpoint_id, framing_id, of_name }) => ({
      ...{ standpointId: standpoint_id, framingId: framing_id, ofName: of_name },
    })),
  }
}

/** Says the same of the words as they are now: casts all of a member's earlier votes on a claim anew. Answers how many. */
export async function confirmVotes(db: Db, voter: Member, claimId: string): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { ballots, handles } = await earlierToKeep(tx, voter, claimId)
    for (const row of ballots) {
      const { moved_by_kind: type, moved_by_id: id, verdict, reason } = row
      await castBallot(tx, voter, cellOf(row), verdict, {
        reason,
        movedBy: type && id ? ({ type, id } as MovedBy) : null,
      })
    }
    for (const row of handles) await sayHandle(tx, voter, claimId, row.standpoint_id, row.framing_id)
    return ballots.length + handles.length
  })
}

/** Takes all of a member's earlier votes on a claim back. */
export async function withdrawEarlier(db: Db, voter: Member, claimId: string): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { ballots, handles } = await earlierToKeep(tx, voter, claimId)
    for (const row of ballots) await withdrawBallot(tx, voter, cellOf(row))
    for (const row of handles) await takeBackHandle(tx, voter, claimId, row.standpoint_id)
    return ballots.length + handles.length
  })
}

const cellOf = (row: { claim_id: string; standpoint_id: string; framing_id: string }): Cell => {
  return { claimId: row.claim_id, standpointId: row.standpoint_id, framingId: row.framing_id }
}

/** Read once to know whose words to keep, and again when these are kept. */
async function earlierToKeep(tx: Db, voter: Member, claimId: string) {
  const read = async () => ({
    ballots: await queries.selectEarlierBallots(tx, voter.id, claimId),
    handles: await queries.selectEarlierHandles(tx, voter.id, claimId),
  })
  const { ballots, handles } = await read()
  const framingIds = [...ballots, ...handles].flatMap(({ framing_id }) => framing_id ?? [])
  await keepWords(tx, [claimId], [...new Set(framingIds)])
  return read()
}
