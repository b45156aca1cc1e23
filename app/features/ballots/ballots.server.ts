import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { keepWords } from '#app/features/claims/wording/wording.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import { notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { BallotRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import {
  type Ballot,
  BallotDraft,
  BallotForm,
  type BallotVerdict,
  type Cell,
  type HandleVote,
  isSameVote,
  type MovedBy,
  type ShownBallots,
} from './ballot.ts'
import * as queries from './ballots.queries.server.ts'
import { keepCounts } from './counting/counting.server.ts'
import { dropEarlierBallot } from './earlier/drop-earlier.server.ts'
import { sayHandle, takeBackHandle } from './handles.server.ts'

export { sayHandle, takeBackHandle }

interface How {
  reason?: string | null
  movedBy?: MovedBy | null
}

/** When an imported ballot was cast, ms; now for all others. */
type CastAt = { castAt?: number }

/** Casts or changes a ballot. One a member, standpoint and framing; the table's key sees to it. The same again changes nothing; answers whether anything did. */
export async function castBallot(
  db: Db,
  voter: Member,
  cell: Cell,
  verdict: BallotVerdict,
  how: How & CastAt = {},
): Promise<boolean> {
  const { castAt = now(), ...said } = how
  const wanted = parse(BallotDraft, { verdict, ...said })
  return inTransaction(db, async (tx) => {
    let isNew = false
    const row = { ...(await wordingOf(tx, cell)), ...rowOf(voter, cell), ...columnsOf(wanted), cast_at: castAt }
    await keepCounts(tx, cell, [voter.id], async () => {
      const before = await queries.selectBallot(tx, cell, voter.id)
      if (before && isSameVote(before, row)) return null
      isNew = true
      await dropEarlierBallot(tx, cell, voter.id)
      await queries.upsertBallot(tx, row)
      await record(tx, voter, before ? 'ballot.changed' : 'ballot.cast', { kind: 'claim', id: cell.claimId })
      await touch(tx, { kind: 'framing', id: cell.framingId })
      return note(tx, voter, cell, columnsOf(wanted), castAt)
    })
    return isNew
  })
}

/** Takes a ballot back; its history stays. Without a ballot nothing happens. */
export async function withdrawBallot(db: Db, voter: Member, cell: Cell) {
  await inTransaction(db, async (tx) => {
    await wordingOf(tx, cell)
    await keepCounts(tx, cell, [voter.id], async () => {
      const wasEarlier = await dropEarlierBallot(tx, cell, voter.id)
      const before = await queries.selectBallot(tx, cell, voter.id)
      if (!before && !wasEarlier) return null
      await queries.deleteBallot(tx, cell, voter.id)
      await record(tx, voter, 'ballot.withdrawn', { kind: 'claim', id: cell.claimId })
      await touch(tx, { kind: 'framing', id: cell.framingId })
      return note(tx, voter, cell, { verdict: null, reason: '', moved_by_kind: null, moved_by_id: null })
    })
  })
}

/** The words as they are, kept so until the vote is in. */
async function wordingOf(tx: Db, cell: Cell) {
  await keepWords(tx, [cell.claimId], [cell.framingId])
  const wording = await queries.selectWording(tx, cell)
  if (!wording) throw notFound('claim')
  const { claim_version, standpoint_version, framing_version } = wording
  if (standpoint_version === null) throw notFound('standpoint on this claim')
  if (framing_version === null) throw notFound('framing on this claim')
  return { claim_version, standpoint_version, framing_version }
}

function rowOf(voter: Member, { claimId, standpointId, framingId }: Cell) {
  return { claim_id: claimId, standpoint_id: standpointId, framing_id: framingId, member_id: voter.id }
}

function columnsOf({ verdict, reason, movedBy }: { verdict: BallotVerdict; reason: string; movedBy?: MovedBy | null }) {
  return { verdict, reason, moved_by_kind: movedBy?.type ?? null, moved_by_id: movedBy?.id ?? null }
}

/** Writes the history, and answers when. Its times rise for one member and cell, also within a millisecond: the latest is always known. */
async function note(
  tx: Db,
  voter: Member,
  cell: Cell,
  done: Pick<BallotRow, 'reason' | 'moved_by_kind' | 'moved_by_id'> & { verdict: BallotVerdict | null },
  castAt = now(),
): Promise<number> {
  const at = Math.max(castAt, (await queries.selectLastCast(tx, cell, voter.id)) + 1)
  await queries.insertBallotHistory(tx, { id: newId(), ...rowOf(voter, cell), ...done, at })
  return at
}

const none = 'none'
const back = 'back'

/** What a page's form says: `intent` handle (framing: an id, none or back) or ballot (verdict, or back), and what moved the member, undefined where it was not asked. Answers where on the page it shows. */
export async function judgeByForm(
  db: Db,
  voter: Member,
  claimId: string,
  said: Record<string, string>,
  movedBy?: MovedBy | null,
): Promise<string> {
  const { intent, standpoint, framing, verdict = '', reason } = parse(BallotForm, said)
  if (intent === 'handle') {
    if (framing === back) await takeBackHandle(db, voter, claimId, standpoint)
    else await sayHandle(db, voter, claimId, standpoint, framing === none ? null : framing)
    return '#question'
  }
  const cell = { claimId, standpointId: standpoint, framingId: framing }
  if (verdict === back) await withdrawBallot(db, voter, cell)
  else
    await castBallot(
      db,
      voter,
      cell,
      verdict as BallotVerdict,
      await howNow(db, voter, cell, verdict, { reason, movedBy }),
    )
  return `?more=${framing}#row-${framing}`
}

/** The same verdict again keeps what stands beside it and was not asked for. */
async function howNow(db: Db, voter: Member, cell: Cell, verdict: string, { reason, movedBy }: How): Promise<How> {
  const row = await queries.selectBallot(db, cell, voter.id)
  if (row?.verdict !== verdict) return { reason, movedBy }
  const before = ballotOf(row)
  return { reason: reason ?? before.reason, movedBy: movedBy === undefined ? before.movedBy : movedBy }
}

/** When a member last cast, changed or took back a ballot on a cell, ms; 0: never. */
export function lastCast(db: Db, voter: Member, cell: Cell): Promise<number> {
  return queries.selectLastCast(db, cell, voter.id)
}

/** A member's own ballots and handle votes on a claim, as they stand. */
export async function ballotsOf(db: Db, member: Member, claimId: string) {
  const ballots: Ballot[] = (await queries.selectBallotsOf(db, member.id, claimId)).map(ballotOf)
  const handles: HandleVote[] = (await queries.selectHandlesOf(db, member.id, claimId)).map((row) => ({
    standpointId: row.standpoint_id,
    framingId: row.framing_id,
  }))
  return { ballots, handles }
}

const mostShown = 40

/** By framing, the ballots of members who show theirs on this claim: those with a reason first, then the newest, as many as a page has room for. */
export async function shownBallots(
  db: Db,
  claimId: string,
  framingIds: readonly string[],
): Promise<Record<string, ShownBallots>> {
  const rows = await queries.selectShownBallots(db, claimId, framingIds, mostShown)
  return Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.framing_id)].map(([framingId, some]) => {
      const ballots = some.map((row) => ({ ...ballotOf(row), handle: row.handle, part: row.part }))
      return [framingId, { ballots, count: Number(some[0]?.count ?? 0) }]
    }),
  )
}

type Standing = Pick<
  BallotRow,
  'standpoint_id' | 'framing_id' | 'verdict' | 'reason' | 'cast_at' | 'moved_by_kind' | 'moved_by_id'
>

export function ballotOf(row: Standing): Ballot {
  const { standpoint_id, framing_id, verdict, reason, cast_at, moved_by_kind: type, moved_by_id: id } = row
  const movedBy = type && id ? { type, id } : null
  return { standpointId: standpoint_id, framingId: framing_id, verdict, reason, movedBy, castAt: cast_at }
}
