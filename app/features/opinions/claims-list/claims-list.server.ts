import type { Member } from '#app/features/accounts/member.ts'
import type { EffectIntervals } from '#app/features/ballots/standpoint-effect.ts'
import { type ClaimStanding, standingsOf, tallyOf } from '#app/features/ballots/tallies.server.ts'
import { claimsSaidOn } from '#app/features/ballots/voting/saying-first.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { claimsByIds, findClaim } from '#app/features/claims/claims.server.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import type { CampRun } from '../runs/run.ts'
import * as queries from './claims-list.queries.server.ts'
import { type Reasons, rankOf } from './rank.ts'
import { reasonWords } from './reason-words.ts'
import type { Listed } from './sort.ts'

export interface ListedClaim {
  claim: Claim
  standing: ClaimStanding | undefined
  /** Why it stands here, in a line; null where the list needs no reason, or the reader has yet to say. */
  reason: string | null
  /** The reader has yet to vote, so that totals are not told. */
  saysFirst: boolean
}

/** A page of claims by a sort and kind, each with its one-line reason. Places are brought up to date before a first page, not between pages. */
export async function claimsListed(
  db: Db,
  reader: Member | null,
  { sort, kind }: Listed,
  page: Page,
  intervals?: EffectIntervals,
): Promise<Paged<ListedClaim>> {
  if (sort !== 'newest' && page.after === null) await rankStaleClaims(db, { intervals })
  const rows =
    sort === 'newest' ? await queries.selectNewest(db, kind, page) : await queries.selectHighest(db, sort, kind, page)
  const { items, next } = paged(rows, page.limit, ({ rank, id }) => [rank, id])
  const ids = items.map(({ id }) => id)
  const claims = new Map((await claimsByIds(db, ids)).map((claim) => [claim.id, claim]))
  const standings = await standingsOf(db, ids)
  const said = await claimsSaidOn(db, reader, ids)
  const listed = items.flatMap(({ id, reasons }) => {
    const claim = claims.get(id)
    if (!claim) return []
    const reason = sort === 'newest' ? null : reasonWords(claim, sort, JSON.parse(reasons) as Reasons)
    return [{ claim, standing: standings.get(id), reason: said.has(id) ? reason : null, saysFirst: !said.has(id) }]
  })
  return { items: listed, next }
}

const mostAtOnce = 50
// A reader waits for no more than this; what is left is ranked when the list is next asked for.
const patience = 150

/** Ranks claims that changed since they were ranked, the newest first, as many as the time allows. */
export async function rankStaleClaims(
  db: Db,
  { milliseconds = patience, intervals }: { milliseconds?: number; intervals?: EffectIntervals } = {},
) {
  const until = performance.now() + milliseconds
  for (const { id, version, camps_at, result } of await queries.selectStale(db, mostAtOnce)) {
    const run = result === null ? null : (JSON.parse(result) as CampRun)
    const { reasons, ...places } = rankOf(
      await findClaim(db, id),
      await tallyOf(db, id, { intervals }),
      run,
      await queries.countMoved(db, id),
    )
    const row = { claim_id: id, version, camps_at, ...places, reasons: JSON.stringify(reasons) }
    await inTransaction(db, (tx) => queries.upsertRank(tx, row))
    if (performance.now() > until) return
  }
}
