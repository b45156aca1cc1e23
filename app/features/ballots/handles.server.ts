import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './ballots.queries.server.ts'
import { deleteClaimVoterAtNone, upsertClaimVoter, upsertTally } from './tallies.queries.server.ts'

/** Says which framing the voter would use as the name from a standpoint, null for none of these; one a member and standpoint. */
export async function sayHandle(
  db: Db,
  voter: Member,
  claimId: string,
  standpointId: string,
  framingId: string | null,
) {
  await inTransaction(db, async (tx) => {
    await checkPlace(tx, claimId, standpointId, framingId)
    await upsertClaimVoter(tx, claimId, voter.id, 0)
    const before = await queries.selectHandle(tx, standpointId, voter.id)
    if (before && before.framing_id === framingId) return
    const row = { claim_id: claimId, standpoint_id: standpointId, member_id: voter.id, framing_id: framingId }
    await queries.upsertHandle(tx, { ...row, cast_at: now() })
    await note(tx, row, 0)
    await count(tx, claimId, standpointId, [[framingId, 1], ...(before ? [[before.framing_id, -1] as const] : [])])
    if (!before) await upsertClaimVoter(tx, claimId, voter.id, 1)
    await record(tx, voter, before ? 'handle.changed' : 'handle.said', { kind: 'claim', id: claimId })
  })
}

/** Takes a handle vote back; its history stays. Without one nothing happens. */
export async function takeBackHandle(db: Db, voter: Member, claimId: string, standpointId: string) {
  await inTransaction(db, async (tx) => {
    await checkPlace(tx, claimId, standpointId, null)
    await upsertClaimVoter(tx, claimId, voter.id, 0)
    const before = await queries.selectHandle(tx, standpointId, voter.id)
    if (before) {
      await queries.deleteHandle(tx, standpointId, voter.id)
      const row = { claim_id: claimId, standpoint_id: standpointId, member_id: voter.id, framing_id: null }
      await note(tx, row, 1)
      await count(tx, claimId, standpointId, [[before.framing_id, -1]])
      await upsertClaimVoter(tx, claimId, voter.id, -1)
      await record(tx, voter, 'handle.withdrawn', { kind: 'claim', id: claimId })
    }
    await deleteClaimVoterAtNone(tx, claimId, voter.id)
  })
}

async function checkPlace(tx: Db, claimId: string, standpointId: string, framingId: string | null) {
  const wording = await queries.selectWording(tx, { claimId, standpointId, framingId: framingId ?? '' })
  if (!wording) throw notFound('claim')
  if (wording.standpoint_version === null) throw notFound('standpoint on this claim')
  if (framingId !== null && wording.framing_version === null)
    throw invalid({ framingId: 'This claim has no such framing.' })
}

async function note(
  tx: Db,
  row: { claim_id: string; standpoint_id: string; member_id: string; framing_id: string | null },
  withdrawn: 0 | 1,
) {
  const last = await queries.selectLastSaid(tx, row.standpoint_id, row.member_id)
  await queries.insertHandleHistory(tx, { id: newId(), ...row, withdrawn, at: Math.max(now(), last + 1) })
}

/** The cells are taken in one order, so that two who swap names do not wait for each other. */
async function count(
  tx: Db,
  claimId: string,
  standpointId: string,
  changes: readonly (readonly [string | null, number])[],
) {
  const inOrder = [...changes].sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
  for (const [framingId, handles] of inOrder) {
    const cell = { claim_id: claimId, standpoint_id: standpointId, framing_id: framingId ?? '' }
    await upsertTally(tx, cell, { handles })
  }
}
