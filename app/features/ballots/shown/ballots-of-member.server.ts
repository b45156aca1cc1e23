import type { Profile } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Ballot } from '../ballot.ts'
import { type After, selectBallotsOfMember } from './ballots-of-member.queries.server.ts'

/** A ballot outside its claim's page. */
export interface ListedBallot extends Ballot {
  claim: { id: string; kind: 'case' | 'proposition'; statement: string }
  framing: string
  /** Null: all things considered. */
  standpoint: string | null
}

/** A member's ballots, the newest first, where the reader may see them: theirs is the choice, and they see their own. */
export async function ballotsOfMember(
  db: Db,
  profile: Profile,
  reader: Member | null,
  page: Page,
): Promise<Paged<ListedBallot>> {
  const after = page.after && keyOf(page.after)
  if (!maySeeBallots(reader, profile)) return { items: [], next: null }
  const rows = await selectBallotsOfMember(db, profile.id, page.limit + 1, after)
  const { items, next } = paged(rows, page.limit, (row) => [row.cast_at, row.standpoint_id, row.framing_id])
  return { items: items.map(ballotOf), next }
}

/** Whether ballots are shown to the reader by name. */
export function maySeeBallots(reader: Member | null, profile: Profile): boolean {
  return profile.showsBallots || reader?.id === profile.id
}

function keyOf([castAt, standpointId, framingId, ...more]: (string | number)[]): After {
  const isKey = Number.isSafeInteger(castAt) && typeof standpointId === 'string' && typeof framingId === 'string'
  if (!isKey || more.length > 0) throw invalid({ cursor: 'This cursor cannot be read: take that of the page before.' })
  return [castAt as number, standpointId, framingId]
}

function ballotOf(row: Awaited<ReturnType<typeof selectBallotsOfMember>>[number]): ListedBallot {
  const { standpoint_id: standpointId, framing_id: framingId, verdict, reason, cast_at: castAt } = row
  const claim = { id: row.claim_id, kind: row.kind, statement: row.statement }
  const standpoint = row.position === 0 ? null : row.standpoint
  return { standpointId, framingId, verdict, reason, castAt, claim, framing: row.framing, standpoint }
}
