import { argumentsFrom } from '#app/features/discussion/arguments/arguments.server.ts'
import type { Argument, Source } from '#app/features/discussion/bearing.ts'
import { argumentsWeighedFrom } from '#app/features/votes/arguments/weigh-arguments.server.ts'
import { inBatches } from '#app/lib/batches.ts'
import type { Db } from '#db/open.ts'
import type { RatingRunner } from '../ratings/rating-runner.server.ts'
import { ratingsOf } from '../ratings/ratings.server.ts'
import type { Placed } from './argument-order.ts'
import * as queries from './arguments.queries.server.ts'
import { withContested } from './contested-cells.server.ts'
import { approvalAcross, type LabelLine, lineOf, type StandingArgument } from './standing-argument.ts'

/** What arguments are read with. */
export interface Sight {
  db: Db
  ratings: RatingRunner
  /** Whether the reader is shown how those on both sides vote: who has not voted on a claim says first. */
  showsLines: boolean
}

/** These arguments with what they say and how they stand, in their order. */
export async function standingArguments(
  { db, ratings, showsLines }: Sight,
  placed: Placed[],
): Promise<StandingArgument[]> {
  const contested = showsLines ? placed.filter(({ isContested }) => isContested) : []
  const labels = await labelLinesOf(db, contested)
  const rated = await ratingsOf(
    db,
    ratings,
    contested.filter(isRated).map(({ id }) => id),
  )
  const said = new Map(
    (
      await argumentsFrom(
        db,
        placed.map(({ source }) => source),
      )
    ).map((one) => [one.source.id, one]),
  )
  return placed.flatMap((weighed) => {
    const argument = said.get(weighed.id)
    if (!argument) return []
    const seen = showsLines && weighed.isContested
    const across = { line: seen ? approvalAcross(weighed.sides) : null, labels: labels.get(weighed.id) ?? [] }
    return [{ ...standing(argument, weighed, showsLines), ...across, rating: rated.get(weighed.id) ?? null }]
  })
}

/** How what one post or comment argues stands; null where it argues nothing. */
export async function standingArgument(sight: Sight, source: Source): Promise<StandingArgument | null> {
  const weighed = await argumentsWeighedFrom(sight.db, [source])
  return (await standingArguments(sight, await withContested(sight.db, weighed)))[0] ?? null
}

function standing(argument: Argument, weighed: Placed, showsLines: boolean) {
  const { claimKind, approval, moved, isContested } = weighed
  const otherwise = showsLines ? weighed.otherwise : 0
  return { ...argument, claimKind, approval, otherwise, moved, isContested: showsLines && isContested }
}

/** Fewer votes give no status. */
const isRated = ({ approval: { up, down } }: Placed) => up + down >= 5

async function labelLinesOf(db: Db, arguments_: readonly Placed[]): Promise<Map<string, LabelLine[]>> {
  const found = new Map<string, LabelLine[]>()
  const ids = arguments_.map(({ id }) => id)
  for (const row of await inBatches(ids, (batch) => queries.selectLabelSides(db, batch))) {
    const side = (chosen: number, seen: number) => ({ chosen: Number(chosen), seen: Number(seen) })
    const line = lineOf(side(row.yes_chosen, row.yes_seen), side(row.no_chosen, row.no_seen))
    if (!line) continue
    const label = { excerptId: row.excerpt_id, labelId: row.label_id, name: row.name, ...line }
    found.set(row.source_id, [...(found.get(row.source_id) ?? []), label])
  }
  return found
}
