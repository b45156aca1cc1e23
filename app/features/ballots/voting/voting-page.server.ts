import type { Member } from '#app/features/accounts/member.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import type { Db } from '#db/open.ts'
import { ballotsOf, shownBallots } from '../ballots.server.ts'
import { earlierOf } from '../earlier/earlier.server.ts'
import { overTimeShown } from '../over-time/days.server.ts'
import type { Mine } from '../question.tsx'
import { framingOverClaims } from '../tallies.server.ts'
import type { CellTally, Tally } from '../tally.ts'
import { choiceOn, invitationsOf } from './choices.server.ts'
import { framingsShown } from './rows-shown.ts'
import { claimsSaidOn, looksEarly } from './saying-first.server.ts'
import { selectChangedCells } from './voting.queries.server.ts'

const totalsCookie = 'parallax_totals'

const nothing: Mine = {
  earlier: { ballots: [], handles: [] },
  ballots: [],
  handles: [],
  changed: [],
  choice: null,
  invitations: [],
}

/** What a claim's page shows a reader of voting: their own, what is folded, and the framings that it has room for. */
export async function votingPage(db: Db, reader: Member | null, claim: Claim, tally: Tally, request: Request) {
  const query = new URL(request.url).searchParams
  const mine = reader ? await mineOn(db, reader, claim.id) : nothing
  const isSilent = reader !== null && [mine, mine.earlier].every((one) => one.ballots.length + one.handles.length === 0)
  const wasAsked = isSilent && (hasAskedForTotals(request) || (await looksEarly(db, reader)))
  const more = query.get('more')
  const rows = framingsShown(claim, tally, more, query.get('rows'))
  return {
    mine,
    wasAsked,
    isFolded: isSilent && !wasAsked && tally.voters > 0,
    more,
    isOwnOpen: query.get('own') === 'open',
    rows,
    overTime: await overTimeShown(db, claim.id, rows.framings),
    shown: await shownBallots(
      db,
      claim.id,
      rows.framings.map(({ id }) => id),
    ),
  }
}

async function mineOn(db: Db, member: Member, claimId: string): Promise<Mine> {
  const changed = (await selectChangedCells(db, claimId, member.id)).map((row) => ({
    standpointId: row.standpoint_id,
    framingId: row.framing_id,
  }))
  const [choice, invitations] = [await choiceOn(db, member, claimId), await invitationsOf(db, member, { claimId })]
  const earlier = await earlierOf(db, member, claimId)
  return { ...(await ballotsOf(db, member, claimId)), earlier, changed, choice, invitations }
}

/** Whether this browser was told to show totals before a vote. */
function hasAskedForTotals(request: Request): boolean {
  return (request.headers.get('cookie') ?? '').includes(`${totalsCookie}=shown`)
}

interface Asked {
  db: Db
  member: Member | null
  request: Request
}

/** Those of the claims whose totals a reader of this page may be told. */
export async function totalsToldOn({ db, member, request }: Asked, claimIds: readonly string[]): Promise<Set<string>> {
  return hasAskedForTotals(request) ? new Set(claimIds) : claimsSaidOn(db, member, claimIds)
}

export interface Fare {
  claim: Claim
  /** Whether the reader may be told. */
  isTold: boolean
  /** All things considered; undefined where nobody judged, or it is not told. */
  cell: CellTally | undefined
}

/** How a framing fares on claims, as a reader of this page may know it. */
export async function framingFares(asked: Asked, framingId: string, claims: readonly Claim[]): Promise<Fare[]> {
  const told = await totalsToldOn(
    asked,
    claims.map(({ id }) => id),
  )
  const cells = await framingOverClaims(asked.db, framingId, [...told])
  return claims.map((claim) => ({ claim, isTold: told.has(claim.id), cell: cells.get(claim.id) }))
}

/** Headers of an answer to a form that shows or folds the totals, so that the choice is kept. */
export function keepingTotals(intent: string | null | undefined): Record<string, string> {
  if (intent !== 'show' && intent !== 'fold') return {}
  const kept = intent === 'show' ? 'shown; Max-Age=31536000' : '; Max-Age=0'
  return { 'set-cookie': `${totalsCookie}=${kept}; Path=/claims; SameSite=Lax` }
}
