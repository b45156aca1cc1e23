import type { Member } from '#app/features/accounts/member.ts'
import { totalsToldOn } from '#app/features/ballots/voting/voting-page.server.ts'
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
export async function strongestPage({ db, ratings, member }: Looking, claim: Claim, isFolded: boolean) {
  const shownOn = async (ids: string[]) => new Set(isFolded ? [] : ids)
  const strongest = await strongestOnClaim({ db, ratings, shownOn }, claim)
  const shown = strongest.framings.flatMap(({ strongest: one }) => [one.for, one.against])
  return { strongest, cards: await cardsOf(db, member, shown) }
}

/** A page of a claim's arguments, with the cards of their evidence. */
export async function argumentsPage(looking: Looking, claim: Claim, asked: AskedArguments, page: Page) {
  const { items, next, count } = await argumentsOn(sightOf(looking), claim, asked, page)
  return { items, next, count, cards: await cardsOf(looking.db, looking.member, items) }
}

/** The strongest arguments on a framing over all claims, with the cards of their evidence. */
export async function framingArguments(looking: Looking, framingId: string) {
  const strongest = await strongestOver(sightOf(looking), framingId)
  return { strongest, cards: await cardsOf(looking.db, looking.member, [...strongest.for, ...strongest.against]) }
}

/** How what a post or comment argues stands; null where it argues nothing. */
export function argumentOf(looking: Looking, source: Source): Promise<StandingArgument | null> {
  return standingArgument(sightOf(looking), source)
}

/** A member who has not voted on a claim says first, or asks to be shown. */
function sightOf(looking: Looking): Sight {
  const { db, ratings } = looking
  return { db, ratings, shownOn: (ids) => totalsToldOn(looking, ids) }
}

function cardsOf(db: Db, reader: Member | null, shown: readonly (StandingArgument | null)[]): Promise<Cards> {
  return cardsFor(
    db,
    reader,
    shown.flatMap((argument) => argument?.evidence ?? []),
  )
}
