import type { Member } from '#app/features/accounts/member.ts'
import { claimsSaidOn } from '#app/features/ballots/voting/saying-first.server.ts'
import { hasAskedForTotals } from '#app/features/ballots/voting/voting-page.server.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import { type Cards, cardsFor } from '#app/features/discussion/arguments/evidence.server.ts'
import type { Source } from '#app/features/discussion/bearing.ts'
import type { Page } from '#app/lib/paging.server.ts'
import type { Db } from '#db/open.ts'
import type { RatingRunner } from '../ratings/rating-runner.server.ts'
import type { AskedArguments } from './asked-arguments.ts'
import { argumentsOn, strongestOnClaim, strongestOver } from './list-arguments.server.ts'
import { type Sight, standingArgument } from './stand-arguments.server.ts'
import type { StandingArgument } from './standing-argument.ts'

/** Who looks, and with what arguments are rated beside the server. */
interface Looking {
  db: Db
  ratings: RatingRunner
  member: Member | null
  request: Request
}

/** The strongest arguments of a claim for its page, with the cards of their evidence. */
export async function strongestPage(looking: Looking, claim: Claim, isFolded: boolean) {
  const strongest = await strongestOnClaim(sightOf(looking, !isFolded), claim)
  const shown = strongest.framings.flatMap(({ strongest: one }) => [one.for, one.against])
  return { strongest, cards: await cardsOf(looking, shown) }
}

/** A page of a claim's arguments, with the cards of their evidence. */
export async function argumentsPage(looking: Looking, claim: Claim, asked: AskedArguments, page: Page) {
  const sight = sightOf(looking, await maySeeLines(looking, claim.id))
  const { items, next, count } = await argumentsOn(sight, claim, asked, page)
  return { items, next, count, cards: await cardsOf(looking, items) }
}

/** The strongest arguments on a framing over all claims, with the cards of their evidence. */
export async function framingArguments(looking: Looking, framingId: string) {
  const strongest = await strongestOver(sightOf(looking, true), framingId)
  return { strongest, cards: await cardsOf(looking, [...strongest.for, ...strongest.against]) }
}

/** How what a post or comment argues stands; null where it argues nothing. */
export async function argumentOf(looking: Looking, source: Source, claimId: string | undefined) {
  if (!claimId) return null
  return standingArgument(sightOf(looking, await maySeeLines(looking, claimId)), source)
}

const sightOf = ({ db, ratings }: Looking, showsLines: boolean): Sight => ({ db, ratings, showsLines })

function cardsOf({ db, member }: Looking, shown: readonly (StandingArgument | null)[]): Promise<Cards> {
  return cardsFor(
    db,
    member,
    shown.flatMap((argument) => argument?.evidence ?? []),
  )
}

/** A member who has not voted on a claim says first, or asks to be shown. */
async function maySeeLines({ db, member, request }: Looking, claimId: string): Promise<boolean> {
  if (hasAskedForTotals(request)) return true
  return (await claimsSaidOn(db, member, [claimId])).has(claimId)
}
