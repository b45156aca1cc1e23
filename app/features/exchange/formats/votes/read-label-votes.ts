import * as v from 'valibot'
import { LabelDraft } from '#app/features/labels/label.ts'
import { labelVoteValues } from '#app/features/labels/labelling.ts'
import { parse, required } from '#app/lib/validation.ts'
import { type Placed, readAt } from '../placed.ts'
import { csvRows } from './csv-rows.ts'

const Row = v.object({
  transcript: required(200),
  label: LabelDraft.entries.name,
  voter: required(200),
  value: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.picklist(labelVoteValues)),
})
export type GivenLabelVote = v.InferOutput<typeof Row>

/** Votes on labels on whole transcripts, one a row. */
export function readLabelVotes(csv: Uint8Array): Placed<GivenLabelVote>[] {
  return csvRows(csv, ['transcript', 'label', 'voter', 'value']).map((row) => readAt(row, (given) => parse(Row, given)))
}
