import * as v from 'valibot'
import { LabelDraft } from '#app/features/labels/label.ts'
import type { LabelVoteValue } from '#app/features/labels/labelling.ts'
import { parse, required } from '#app/lib/validation.ts'
import { isUnread, type Placed, readAt, type Unread } from '../placed.ts'
import type { GivenTranscript } from '../read-transcripts.ts'
import { csvRows } from './csv-rows.ts'

/** What a judge says of a transcript: whether a label is on all of it. */
export interface Verdict {
  judge: string
  label: string
  value: LabelVoteValue
}

const Row = v.object({ transcript_id: required(200), judge: required(200), condition: v.string(), label: v.string() })

const columns = ['transcript_id', 'condition', 'judge', 'label'] as const

export interface Judged {
  records: Placed<GivenTranscript>[]
  refused: Unread[]
  /** Rows in which the judge came to no verdict. */
  blank: number
}

/** Puts the verdicts of judges beside the transcripts that they are about. Each condition under which they were asked is a label of its own: "lie" and "not lie" are agree and disagree on `lie (CONDITION)`. */
export function judged(records: Placed<GivenTranscript>[], csv: Uint8Array): Judged {
  const rows = csvRows(csv, columns).map((row) => readAt(row, (given) => parse(Row, given)))
  const known = new Set(records.flatMap((record) => (isUnread(record) ? [] : [record.value.key])))
  const refused: Unread[] = []
  const verdicts = new Map<string, Verdict[]>()
  let blank = 0
  for (const row of rows) {
    if (isUnread(row)) refused.push(row)
    else if (!known.has(row.value.transcript_id))
      refused.push({ line: row.line, reason: `No transcript here is ${row.value.transcript_id}.` })
    else if (row.value.label.trim() === '') blank++
    else verdicts.set(row.value.transcript_id, [...(verdicts.get(row.value.transcript_id) ?? []), verdictOf(row.value)])
  }
  const of = (key: string | null) => (key && verdicts.get(key)) || []
  return {
    refused,
    blank,
    records: records.map((record) => readAt(record, (one) => ({ ...one, verdicts: of(one.key) }))),
  }
}

function verdictOf({ judge, condition, label: said }: v.InferOutput<typeof Row>): Verdict {
  const [, not, what = ''] = /^(not\s+)?(.*)$/is.exec(said.trim()) ?? []
  const label = parse(LabelDraft, { name: condition ? `${what} (${condition})` : what }).name
  return { judge, label, value: not ? 'disagree' : 'agree' }
}
