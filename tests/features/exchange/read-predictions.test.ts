import { describe, expect, test } from 'vitest'
import { isUnread, type Placed } from '#app/features/exchange/formats/placed.ts'
import { type GivenTranscript, predicted } from '#app/features/exchange/formats/read-transcripts.ts'

const sample = (label: string | null): Placed<GivenTranscript> => ({
  line: 1,
  value: { draft: { turns: [{ role: 'assistant', text: 'x' }] }, label, predicted: null, key: null, verdicts: [] },
})
const said = (sample_idx: number, true_label: number, predicted_label: number, af_probability: number) => ({
  ...{ sample_idx, true_label, predicted_label, af_probability },
})
const read = (labels: (string | null)[], predictions: unknown[]) => predicted(labels.map(sample), { predictions })

describe('Predictions', () => {
  test('name the labels that the samples carry, with the probability of the one that they say', () => {
    const { records, refused } = read(
      ['fakes', 'plain', 'fakes'],
      [said(1, 0, 1, 0.75), said(0, 1, 1, 0.9), said(2, 1, 0, 0.25)],
    )
    expect(refused).toEqual([])
    expect(records.map((record) => !isUnread(record) && record.value.predicted)).toEqual([
      { label: 'fakes', score: 0.9 },
      { label: 'fakes', score: 0.75 },
      { label: 'plain', score: 0.75 },
    ])
  })

  test('about samples that are not there are refused, the others stand', () => {
    const { records, refused } = read(['fakes', 'plain'], [said(0, 1, 1, 1), said(1, 0, 0, 0), said(9, 0, 0, 0)])
    expect(refused).toEqual([{ line: null, reason: 'There is no sample 9.' }])
    expect(records).toHaveLength(2)
  })

  test.each([
    [
      'of another file',
      ['fakes', 'plain', 'plain'],
      [said(0, 1, 1, 1), said(1, 1, 1, 1), said(2, 0, 0, 0)],
      'another file',
    ],
    ['of samples without labels', [null, null], [said(0, 1, 1, 1), said(1, 0, 0, 0)], 'carries a label'],
    ['with a probability that is none', ['fakes', 'plain'], [said(0, 1, 1, 1.5), said(1, 0, 0, 0)], 'At most 1'],
    ['without a sample', ['fakes'], [{ predicted_label: 1 }], 'missing'],
  ])('%s are refused before anything is written', (_, labels, predictions, reason) => {
    expect(() => read(labels, predictions)).toThrow(reason)
  })
})
