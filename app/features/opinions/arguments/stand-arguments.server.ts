import { argumentsFrom } from '#app/features/discussion/arguments/arguments.server.ts'
import type { Source } from '#app/features/discussion/bearing.ts'
import { argumentsWeighedFrom } from '#app/features/votes/arguments/weigh-arguments.server.ts'
import { noSides } from '#app/features/votes/arguments/weighed-argument.ts'
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
  /** On which of these claims the reader is shown how both sides vote: who has not voted on one says first. */
  shownOn(claimIds: string[]): Promise<Set<string>>
}

/** These arguments with what they say and how they stand, in their order. */
export async function standingArguments(sight: Sight, placed: readonly Placed[]): Promise<StandingArgument[]> {
  if (placed.length === 0) return []
  const shown = await asShown(sight, placed)
  const contested = shown.filter(({ isContested }) => isContested)
  const labels = await labelLinesOf(sight.db, contested)
  const rated = await ratingsOf(sight.db, sight.ratings, contested.filter(isRated).map(idOf))
  const said = await argumentsFrom(sight.db, placed.map(sourceOf))
  const sayingOf = new Map(said.map((argument) => [argument.source.id, argument]))
  return shown.flatMap((weighed) => {
    const argument = sayingOf.get(weighed.id)
    if (!argument) return []
    const line = weighed.isContested ? approvalAcross(weighed.sides) : null
    const [own, rating] = [labels.get(weighed.id) ?? [], rated.get(weighed.id) ?? null]
    return [{ ...argument, ...factsOf(weighed), line, labels: own, rating }]
  })
}

const idOf = ({ id }: Placed) => id
const sourceOf = ({ source }: Placed) => source

const factsOf = ({ claimKind, approval, otherwise, moved, isContested }: Placed) => ({
  claimKind,
  approval,
  otherwise,
  moved,
  isContested,
})

/** Without what tells how members judge a claim on which the reader has yet to say. */
async function asShown({ shownOn }: Sight, placed: readonly Placed[]): Promise<Placed[]> {
  const shown = await shownOn([...new Set(placed.map(({ claimId }) => claimId))])
  return placed.map((one) => (shown.has(one.claimId) ? one : { ...one, ...untold }))
}

const untold = { sides: noSides, otherwise: 0, isContested: false }

/** How what one post or comment argues stands; null where it argues nothing. */
export async function standingArgument(sight: Sight, source: Source): Promise<StandingArgument | null> {
  const weighed = await argumentsWeighedFrom(sight.db, [source])
  return (await standingArguments(sight, await withContested(sight.db, weighed)))[0] ?? null
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
