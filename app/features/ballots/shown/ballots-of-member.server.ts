import type { Profile } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { dayOf } from '#app/lib/clock.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { BallotVerdict, MovedBy } from '../ballot.ts'
import { takeBackHandle, withdrawBallot } from '../ballots.server.ts'
import { type After, selectVotesOfMember } from './ballots-of-member.queries.server.ts'
import { TakingBack } from './taking-back.ts'

/** A ballot or a handle vote outside its claim's page. */
export interface ListedVote {
  claim: { id: string; kind: 'case' | 'proposition'; statement: string }
  standpointId: string
  /** Null: all things considered. */
  standpoint: string | null
  /** Empty: none of these. */
  framingId: string
  framing: string
  /** Null: not a ballot, but the name that the member would use. */
  verdict: BallotVerdict | null
  reason: string
  movedBy: MovedBy | null
  castAt: number
}

/** What a member voted since a UTC day, the newest first, as far as the reader may see it: to others the ballots that are shown, to themselves everything. */
export async function votesOfMember(
  db: Db,
  profile: Profile,
  reader: Member | null,
  page: Page,
  since: string | null = null,
): Promise<Paged<ListedVote>> {
  const after = page.after && keyOf(page.after)
  const asked = { since: since ? startOf(since) : 0, isOwn: reader?.id === profile.id }
  const rows = await selectVotesOfMember(db, profile.id, asked, page.limit + 1, after)
  const { items, next } = paged(rows, page.limit, (row) => [row.cast_at, row.standpoint_id, row.key])
  return { items: items.map(voteOf), next }
}

/** Takes back what a form of the list names: a ballot, or a handle vote where it names no framing. */
export async function takeBackByForm(db: Db, member: Member, said: Record<string, string>) {
  const { claim, standpoint, framing } = parse(TakingBack, said)
  if (framing === undefined) await takeBackHandle(db, member, claim, standpoint)
  else await withdrawBallot(db, member, { claimId: claim, standpointId: standpoint, framingId: framing })
}

function startOf(day: string): number {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(start) || dayOf(start) !== day) throw invalid({ since: 'A day is written 2026-11-21.' })
  return start
}

function keyOf([castAt, standpointId, key, ...more]: (string | number)[]): After {
  const isKey = Number.isSafeInteger(castAt) && typeof standpointId === 'string' && typeof key === 'string'
  if (!isKey || more.length > 0) throw invalid({ cursor: 'This cursor cannot be read: take that of the page before.' })
  return [castAt as number, standpointId, key]
}

function voteOf(row: Awaited<ReturnType<typeof selectVotesOfMember>>[number]): ListedVote {
  const { standpoint_id: standpointId, framing_id: framingId, verdict, reason, cast_at: castAt } = row
  const { moved_by_kind: type, moved_by_id: id } = row
  const claim = { id: row.claim_id, kind: row.kind, statement: row.statement }
  const standpoint = row.position === 0 ? null : row.standpoint
  const movedBy = type && id ? { type, id } : null
  return { standpointId, framingId, verdict, reason, castAt, claim, framing: row.framing, standpoint, movedBy }
}
