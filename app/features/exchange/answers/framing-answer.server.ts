import * as v from 'valibot'
import type { CellTally } from '#app/features/ballots/tally.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import type { Framing } from '#app/features/claims/framing.ts'
import { isoTime } from '#app/lib/clock.ts'

const Fare = v.object({
  claimId: v.string(),
  statement: v.string(),
  n: v.number(),
  share: v.nullable(v.number()),
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
  state: v.picklist(['open', 'settled', 'contested']),
})

export const FramingAnswer = v.object({
  id: v.string(),
  name: v.string(),
  definition: v.string(),
  coinedBy: v.string(),
  builtIn: v.boolean(),
  hue: v.pipe(v.number(), v.description('0 to 7: its colour wherever the site draws it.')),
  version: v.number(),
  createdAt: v.string(),
  rationale: v.pipe(v.string(), v.description('Why it is on the claim that it is listed with.')),
  fares: v.optional(
    v.pipe(
      v.array(Fare),
      v.description('All things considered, on each claim it is on; where one framing is asked for.'),
    ),
  ),
})

export function framingAnswer(framing: Framing): v.InferOutput<typeof FramingAnswer> {
  const { id, name, definition, coinedBy, isBuiltIn, hue, version, rationale, createdAt } = framing
  const said = { id, name, definition, coinedBy, builtIn: isBuiltIn, hue, version, rationale }
  return { ...said, createdAt: isoTime(createdAt) }
}

/** The framing with how it fares on its claims. */
export function fullFramingAnswer(framing: Framing, claims: readonly Claim[], cells: ReadonlyMap<string, CellTally>) {
  const fares = claims.map(({ id, statement }) => {
    const { n, share, low, high, state } = cells.get(id) ?? unjudged
    return { claimId: id, statement, n, share, low, high, state }
  })
  return { ...framingAnswer(framing), fares }
}

const unjudged = { n: 0, share: null, low: null, high: null, state: 'open' } as const
