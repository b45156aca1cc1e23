import type { Claim } from '#app/features/claims/claim.ts'
import { argumentsWeighedFor, argumentsWeighedOn } from '#app/features/votes/arguments/weigh-arguments.server.ts'
import { type Page, type Paged, pagedFrom } from '#app/lib/paging.server.ts'
import { argumentOrders, type Placed } from './argument-order.ts'
import { type AskedArguments, isAsked } from './asked-arguments.ts'
import { withContested } from './contested-cells.server.ts'
import { type Sight, standingArguments } from './stand-arguments.server.ts'
import type { StandingArgument } from './standing-argument.ts'

/** A page of those of a claim's arguments that were asked for, with how many they are. */
export async function argumentsOn(
  sight: Sight,
  { id }: Pick<Claim, 'id'>,
  asked: AskedArguments,
  page: Page,
): Promise<Paged<StandingArgument> & { count: number }> {
  const all = await withContested(sight.db, await argumentsWeighedOn(sight.db, id))
  const wanted = all.filter((one) => isAsked(asked, one)).sort(argumentOrders[asked.sort])
  const { items, next } = pagedFrom(wanted, page)
  return { items: await standingArguments(sight, items), next, count: wanted.length }
}

type Direction = StandingArgument['direction']

/** What is argued for and against one framing, and the strongest on each side. */
export interface ArguedFraming {
  framingId: string
  count: Record<Direction, number>
  strongest: Record<Direction, StandingArgument | null>
}

export interface StrongestOnClaim {
  framings: ArguedFraming[]
  /** Arguments on the claim. */
  count: number
  /** Framings that are argued about and not shown here. */
  more: number
}

const mostFramings = 12

/** For each framing of a claim the strongest argument for it and the strongest against; of very many framings those most argued about. */
export async function strongestOnClaim(sight: Sight, claim: Claim): Promise<StrongestOnClaim> {
  const all = await withContested(sight.db, await argumentsWeighedOn(sight.db, claim.id))
  const groups = Map.groupBy(all.sort(argumentOrders.strongest), ({ framingId }) => framingId)
  const placeOf = (id: string) => claim.framings.findIndex((framing) => framing.id === id)
  const shown = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, mostFramings)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
  const first = shown.flatMap(([, group]) => [firstOf(group, 'for') ?? [], firstOf(group, 'against') ?? []].flat())
  const standing = new Map((await standingArguments(sight, first)).map((one) => [one.source.id, one]))
  const framings = shown.map(([framingId, group]) => arguedFraming(framingId, group, standing))
  return { framings, count: all.length, more: groups.size - shown.length }
}

const firstOf = (group: readonly Placed[], direction: Direction) => group.find((one) => one.direction === direction)

function arguedFraming(framingId: string, group: Placed[], standing: Map<string, StandingArgument>): ArguedFraming {
  const countOf = (direction: Direction) => group.filter((one) => one.direction === direction).length
  const strongestOf = (direction: Direction) => standing.get(firstOf(group, direction)?.id ?? '') ?? null
  return {
    framingId,
    count: { for: countOf('for'), against: countOf('against') },
    strongest: { for: strongestOf('for'), against: strongestOf('against') },
  }
}

const mostASide = 5

/** The strongest arguments for a framing and against it, over all claims. */
export async function strongestOver(sight: Sight, framingId: string): Promise<Record<Direction, StandingArgument[]>> {
  const all = await withContested(sight.db, await argumentsWeighedFor(sight.db, framingId))
  all.sort(argumentOrders.strongest)
  const sideOf = (direction: Direction) => all.filter((one) => one.direction === direction).slice(0, mostASide)
  const [pro, contra] = [sideOf('for'), sideOf('against')]
  const standing = await standingArguments(sight, [...pro, ...contra])
  const isOf = (direction: Direction) => standing.filter((one) => one.direction === direction)
  return { for: isOf('for'), against: isOf('against') }
}
