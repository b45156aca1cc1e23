import * as v from 'valibot'
import type { Agreement } from '#app/features/labels/agreement/agreement.server.ts'

const alpha = (said: string) => v.pipe(v.nullable(v.number()), v.description(said))

export const AgreementAnswer = v.object({
  labels: v.array(
    v.object({
      labelId: v.string(),
      name: v.string(),
      items: v.pipe(v.number(), v.description('Excerpts with at least two votes.')),
      votes: v.pipe(v.number(), v.description('Votes on those, without the vote that put the label on.')),
      alpha: alpha('Krippendorff’s α of all votes; null where nothing can be said.'),
      low: alpha('95 % bootstrap interval over excerpts.'),
      high: v.nullable(v.number()),
      agreement: alpha('The share of pairs of voters who say the same.'),
      alphaBlind: alpha('α of votes cast before anything had shown how others vote.'),
      itemsBlind: v.number(),
      contested: v.number(),
      settled: v.number(),
      open: v.number(),
    }),
  ),
})

export function agreementAnswer(labels: Agreement[]): v.InferOutput<typeof AgreementAnswer> {
  return {
    labels: labels.map(({ interval, raw, ...one }) => ({
      ...one,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      agreement: raw,
    })),
  }
}
