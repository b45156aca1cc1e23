import * as v from 'valibot'
import { invalid } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'

const bit = v.picklist([0, 1])

const Predictions = v.object({
  predictions: v.array(
    v.object({
      sample_idx: v.pipe(v.number(), v.integer(), v.minValue(0)),
      true_label: bit,
      predicted_label: bit,
      af_probability: v.pipe(v.number(), v.minValue(0, 'At least 0.'), v.maxValue(1, 'At most 1.')),
    }),
  ),
})

/** What a classifier says of one sample; `score` is the probability of the label that it says. */
export interface Prediction {
  label: string
  score: number
}

/** A classifier's answers by the index of their sample. They are numbers: 1 is the label that the samples with the true label 1 carry, 0 that of the others. */
export function readPredictions(document: unknown, givenLabels: (string | null)[]): Map<number, Prediction> {
  const { predictions } = parse(Predictions, document)
  const names = ([0, 1] as const).map((truth) => {
    const carriers = predictions.filter(({ true_label }) => true_label === truth)
    return nameOf(truth, new Set(carriers.map(({ sample_idx }) => givenLabels[sample_idx] ?? null)))
  })
  return new Map(
    predictions.map(({ sample_idx, predicted_label, af_probability }) => [
      sample_idx,
      {
        label: names[predicted_label] as string,
        score: predicted_label === 1 ? af_probability : 1 - af_probability,
      },
    ]),
  )
}

function nameOf(truth: 0 | 1, carried: Set<string | null>): string {
  const [name, ...others] = [...carried].filter((label) => label !== null)
  if (name === undefined) throw invalid({ predictions: `No sample with the true label ${truth} carries a label.` })
  if (others.length === 0) return name
  const all = [name, ...others].join(' and ')
  throw invalid({
    predictions: `Samples with the true label ${truth} carry ${all}: these are answers about another file.`,
  })
}
