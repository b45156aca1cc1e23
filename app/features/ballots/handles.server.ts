import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { keepWords } from '#app/features/claims/wording/wording.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { isSameVote } from './ballot.ts'
import * as queries from './ballots.queries.server.ts'
import { keepCounts } from './counting/counting.server.ts'
import { dropEarlierHandle } from './earlier/drop-earlier.server.ts'

/** Says which framing the voter would use as the name from a standpoint, null for none of these; one a member and standpoint. */
export async function sayHandle(
  db: Db,
  voter: Member,
  claimId: string,
  standpointId: string,
  framingId: string | null,
) {
  await inTransaction(db, async (tx) => {
    await keepWordsOf(tx, voter, claimId, standpointId, framingId)
    const versions = await checkPlace(tx, claimId, standpointId, framingId)
    await keepCounts(tx, { claimId, namesFrom: standpointId }, [voter.id], async () => {
      const before = await queries.selectHandle(tx, standpointId, voter.id)
      const row = { claim_id: claimId, standpoint_id: standpointId, member_id: voter.id, framing_id: framingId }
      const said = { ...row, ...versions, cast_at: now() }
      if (before && isSameVote(before, said)) return null
      await dropEarlierHandle(tx, standpointId, voter.id)
      await queries.upsertHandle(tx, said)
      await record(tx, voter, before ? 'handle.changed' : 'handle.said', { kind: 'claim', id: claimId })
      return note(tx, row, 0)
    })
  })
}

/** Takes a handle vote back; its history stays. Without one nothing happens. */
export async function takeBackHandle(db: Db, voter: Member, claimId: string, standpointId: string) {
  await inTransaction(db, async (tx) => {
    await keepWordsOf(tx, voter, claimId, standpointId, null)
    await checkPlace(tx, claimId, standpointId, null)
    await keepCounts(tx, { claimId, namesFrom: standpointId }, [voter.id], async () => {
      const wasEarlier = await dropEarlierHandle(tx, standpointId, voter.id)
      const before = await queries.selectHandle(tx, standpointId, voter.id)
      if (!before && !wasEarlier) return null
      await queries.deleteHandle(tx, standpointId, voter.id)
      await record(tx, voter, 'handle.withdrawn', { kind: 'claim', id: claimId })
      return note(tx, { claim_id: claimId, standpoint_id: standpointId, member_id: voter.id, framing_id: null }, 1)
    })
  })
}

/** Also the words of the framing that was named before: its name is counted down. */
async function keepWordsOf(tx: Db, voter: Member, claimId: string, standpointId: string, framingId: string | null) {
  const before = await queries.selectHandle(tx, standpointId, voter.id)
  const framingIds = [framingId, before?.framing_id ?? null].filter((id) => id !== null)
  await keepWords(tx, [claimId], framingIds)
}

async function checkPlace(tx: Db, claimId: string, standpointId: string, framingId: string | null) {
  const wording = await queries.selectWording(tx, { claimId, standpointId, framingId: framingId ?? '' })
  if (!wording) throw notFound('claim')
  if (wording.standpoint_version === null) throw notFound('standpoint on this claim')
  if (framingId !== null && wording.framing_version === null)
    throw invalid({ framingId: 'This claim has no such framing.' })
  const { claim_version, standpoint_version, framing_version } = wording
  return { claim_version, standpoint_version, framing_version: framing_version ?? 0 }
}

async function note(
  tx: Db,
  row: { claim_id: string; standpoint_id: string; member_id: string; framing_id: string | null },
  withdrawn: 0 | 1,
): Promise<number> {
  const at = Math.max(now(), (await queries.selectLastSaid(tx, row.standpoint_id, row.member_id)) + 1)
  await queries.insertHandleHistory(tx, { id: newId(), ...row, withdrawn, at })
  return at
}
