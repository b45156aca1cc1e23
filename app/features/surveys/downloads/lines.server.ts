import type { Member } from '#app/features/accounts/member.ts'
import type { Collection } from '#app/features/transcripts/collections/collection.ts'
import type { Db } from '#db/open.ts'
import { stateIn } from './tables.server.ts'
import {
  type ExcerptFound,
  type LabellingFound,
  labelledIn,
  type MachineFound,
  type TranscriptFound,
  transcriptsOf,
  turnsIn,
} from './walk.server.ts'

/** All of a collection as JSON Lines: the collection, its transcripts with their turns, then excerpts, each followed by the labels on it with their votes as counts, and by what classifiers say. */
export async function* linesOf(db: Db, collection: Collection, member: Member | null): AsyncGenerator<string> {
  const { id, title, description, visibility, transcriptCount } = collection
  yield line({ type: 'collection', id, title, description, visibility, transcriptCount })
  for await (const rows of transcriptsOf(db, id)) for (const row of rows) yield* transcriptLine(db, row)
  for await (const { excerpts, labellings, machines } of labelledIn(db, id, member)) {
    const said = Map.groupBy([...labellings.map(labellingOf), ...machines.map(machineOf)], ({ excerptId }) => excerptId)
    yield excerpts.flatMap((row) => [excerptOf(row), ...(said.get(row.id) ?? [])].map(line)).join('')
  }
}

const line = (thing: object) => `${JSON.stringify(thing)}\n`

/** One line in pieces: a transcript may have 20 MB of text. */
async function* transcriptLine(db: Db, row: TranscriptFound): AsyncGenerator<string> {
  const { id, title, model, condition, source, licence, completeness } = row
  const facts = { type: 'transcript', id, title, model, condition, source, licence, completeness }
  yield `${JSON.stringify({ ...facts, scores: JSON.parse(row.scores) }).slice(0, -1)},"turns":[`
  let isFirst = true
  for await (const turns of turnsIn(db, row)) {
    yield (isFirst ? '' : ',') + turns.map((turn) => JSON.stringify(turn)).join(',')
    isFirst = false
  }
  yield ']}\n'
}

function excerptOf(row: ExcerptFound) {
  const { id, transcript_id: transcriptId, exact, prefix, suffix } = row
  const start = { turn: row.start_turn, offset: row.start_offset }
  const end = { turn: row.end_turn, offset: row.end_offset }
  return { type: 'excerpt', id, transcriptId, start, end, whole: row.whole === 1, exact, prefix, suffix }
}

function labellingOf(row: LabellingFound) {
  const { excerpt_id: excerptId, label_id: labelId, name, agree, disagree, unsure } = row
  const votes = { agree, disagree, unsure }
  const placing = { agree: row.placing_agree, disagree: row.placing_disagree }
  return { type: 'labelling', excerptId, labelId, name, given: row.given === 1, ...votes, placing, state: stateIn(row) }
}

function machineOf({ excerpt_id: excerptId, label_id: labelId, name, classifier, score }: MachineFound) {
  return { type: 'machine labelling', excerptId, labelId, name, classifier, score }
}
