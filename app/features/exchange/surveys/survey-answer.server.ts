import * as v from 'valibot'
import type { Survey } from '#app/features/surveys/shares.server.ts'
import type { Spread } from '#app/features/surveys/shares.ts'

const condition = v.pipe(v.nullable(v.string()), v.description('Null: transcripts that say none.'))
const gap = v.pipe(
  v.nullable(v.object({ difference: v.number(), low: v.number(), high: v.number() })),
  v.description('The first of `pair` less the second; null where there are too few.'),
)

export const SurveyAnswer = v.object({
  conditions: v.array(v.object({ condition, n: v.number() })),
  pair: v.pipe(v.nullable(v.tuple([condition, condition])), v.description('The conditions that gaps are between.')),
  series: v.array(
    v.object({
      kind: v.picklist(['label', 'classifier', 'score']),
      name: v.string(),
      value: v.pipe(v.nullable(v.string()), v.description('The classifier, or the value of the score; null for yes.')),
      labelId: v.nullable(v.string()),
      cells: v.array(
        v.object({
          condition,
          yes: v.number(),
          n: v.number(),
          share: v.nullable(v.number()),
          low: v.pipe(v.number(), v.description('Wilson’s 95 % interval.')),
          high: v.number(),
        }),
      ),
      gap,
      tooFew: v.boolean(),
    }),
  ),
  spreads: v.array(
    v.object({
      name: v.string(),
      low: v.number(),
      high: v.number(),
      cells: v.array(
        v.object({
          condition,
          n: v.number(),
          mean: v.nullable(v.number()),
          low: v.pipe(v.nullable(v.number()), v.description('Student’s 95 % interval of the mean.')),
          high: v.nullable(v.number()),
          bins: v.pipe(v.array(v.number()), v.description('How many are in each of so many bins of equal width.')),
        }),
      ),
      gap,
      tooFew: v.boolean(),
    }),
  ),
})

export function surveyAnswer({ conditions, pair, series, spreads }: Survey): v.InferOutput<typeof SurveyAnswer> {
  return { conditions, series, pair: pair && [...pair], spreads: spreads.map(spreadAnswer) }
}

function spreadAnswer({ cells, ...spread }: Spread) {
  const said = cells.map(({ condition, n, mean, interval, bins }) => ({
    ...{ condition, n, mean: n === 0 ? null : mean, bins },
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }))
  return { ...spread, cells: said }
}
