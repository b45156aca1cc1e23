import * as v from 'valibot'
import type { tallyByAge } from '#app/features/ballots/established/by-age.server.ts'
import type { Tally } from '#app/features/ballots/tally.ts'

const place = { standpointId: v.string(), framingId: v.string() }
const unknownWhenNone = v.nullable(v.number())

const counts = { fits: v.number(), partly: v.number(), misfits: v.number(), unsure: v.number() }

/** What is said of a cell, now or at a day's end. */
export const Counted = {
  ...counts,
  n: v.pipe(v.number(), v.description('fits + partly + misfits')),
  share: v.pipe(unknownWhenNone, v.description('(fits + partly/2) / n; null when n is 0')),
  low: v.pipe(unknownWhenNone, v.description('Of the Wilson 95 % interval; conservative, and members are no sample')),
  high: unknownWhenNone,
  split: v.pipe(unknownWhenNone, v.description('0 unanimous, 1 half against half')),
  state: v.picklist(['open', 'settled', 'contested']),
  handles: v.number(),
}

const Cell = v.object({ ...place, ...Counted })

const Effect = v.object({
  framingId: v.string(),
  from: v.string(),
  to: v.string(),
  n: v.number(),
  effect: v.optional(v.number()),
  low: v.optional(v.number()),
  high: v.optional(v.number()),
  tooFew: v.optional(v.literal(true)),
})

const Crux = v.object({
  standpointId: v.string(),
  propositionId: v.string(),
  overall: v.number(),
  supposing: v.number(),
  n: v.number(),
})

const { handles: _, ...CountedVerdicts } = Counted
const tooFew = 'Where fewer than so many young, or others, voted, nothing is said'

const WithoutYoung = v.object({
  youngerThanDays: v.pipe(v.number(), v.description('Accounts younger than that when they voted are left out.')),
  fewest: v.pipe(v.number(), v.description(`${tooFew}: the difference would tell what one member said.`)),
  cells: v.array(v.object({ ...place, ...CountedVerdicts, leftOut: v.number() })),
  names: v.array(
    v.object({
      standpointId: v.string(),
      leftOut: v.number(),
      names: v.array(v.object({ framingId: v.nullable(v.string()), all: v.number(), established: v.number() })),
    }),
  ),
})

export const TallyAnswer = v.object({
  claimId: v.string(),
  at: v.pipe(v.nullable(v.string()), v.description('The UTC day at whose end it stood so; null: now.')),
  voters: v.number(),
  cells: v.array(Cell),
  noneOfThese: v.array(v.object({ standpointId: v.string(), handles: v.number() })),
  standpointEffect: v.array(Effect),
  opposed: v.array(v.object({ ...place, value: unknownWhenNone, n: v.number() })),
  cruxes: v.array(Crux),
  earlier: v.pipe(
    v.array(v.object({ ...place, ...counts, handles: v.number() })),
    v.description('Cast on earlier words, or on a framing merged into this one; counted nowhere until confirmed.'),
  ),
  withoutYoung: v.pipe(v.optional(WithoutYoung), v.description('Only when asked for; `cells` count everybody.')),
})

type ByAge = Awaited<ReturnType<typeof tallyByAge>>

/** The API says a tally as the ballots room makes it. */
export function tallyAnswer(tally: Tally, byAge?: ByAge): v.InferOutput<typeof TallyAnswer> {
  return byAge ? { ...tally, withoutYoung: withoutYoung(byAge) } : tally
}

function withoutYoung({ cells, names, ...rules }: ByAge): v.InferOutput<typeof WithoutYoung> {
  return {
    ...rules,
    cells: cells.map(({ established: { handles: _, ...counted }, leftOut }) => ({ ...counted, leftOut })),
    names: names.map((from) => ({
      ...from,
      names: from.names.map((name) => ({ ...name, framingId: name.framingId || null })),
    })),
  }
}
