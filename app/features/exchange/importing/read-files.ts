import { isRefusal } from '#app/lib/refusal.ts'
import { decodeLoosely, documentOf, isObject, recordsOf } from '../formats/json-records.ts'
import { isUnread, type Placed, reasonOf } from '../formats/placed.ts'
import { isChatgpt } from '../formats/read-chatgpt.ts'
import { isInspectLog, readInspect } from '../formats/read-inspect.ts'
import {
  type File,
  type Format,
  formats,
  type GivenTranscript,
  isJson,
  predicted,
  readTranscripts,
} from '../formats/read-transcripts.ts'
import { type GivenLabelVote, readLabelVotes } from '../formats/votes/read-label-votes.ts'
import { judged } from '../formats/votes/read-verdicts.ts'
import type { Refused } from '../imports/import-report.ts'
import { type Choice, type Kind, nameOf } from './import.ts'

/** What a file holds, as far as it can be read. */
export interface ReadFile {
  name: string
  kind: Kind
  records: Iterable<Placed<GivenTranscript>>
  votes: Placed<GivenLabelVote>[]
  refused: Refused[]
  blank: number
}

interface Settings {
  collection: string
  classifier: string
}

interface Sorted {
  file: File
  kind: Kind
}

/** Reads files together: verdicts and a classifier's answers go on the transcripts that they are about. */
export async function readFiles(files: File[], format: Choice, settings: Settings): Promise<ReadFile[]> {
  const sorted = judgedTogether(files.map((file) => ({ file, kind: kindOf(file, format) })))
  const beside = {
    verdicts: sorted.find(({ kind }) => kind === 'verdicts'),
    predictions: sorted.find(({ kind }) => kind === 'predictions'),
  }
  const read: ReadFile[] = []
  for (const one of sorted) {
    if (one.kind === 'verdicts' || one.kind === 'predictions') read.push(besideWhat(one, sorted, settings))
    else read.push(await readFile(one, beside, settings))
  }
  return read
}

/** Verdicts among the files make messages judged ones. */
function judgedTogether(all: Sorted[]): Sorted[] {
  if (!all.some(({ kind }) => kind === 'verdicts')) return all
  return all.map(({ file, kind }) => ({ file, kind: kind === 'messages' ? 'judged' : kind }))
}

const empty = ({ file, kind }: Sorted): ReadFile => {
  return { name: nameOf(file), kind, records: [], votes: [], refused: [], blank: 0 }
}

const refusing = (one: Sorted, reason: string): ReadFile => {
  return { ...empty(one), refused: [{ file: nameOf(one.file), line: null, reason }] }
}

/** A file that says something of others: without those it says nothing. */
function besideWhat(one: Sorted, sorted: Sorted[], { classifier }: Settings): ReadFile {
  if (sorted.find(({ kind }) => kind === one.kind) !== one)
    return refusing(one, 'One such file goes with an import; this is a second one.')
  const others = sorted.filter(({ kind }) => !['verdicts', 'predictions', 'labels', 'nothing'].includes(kind))
  if (others.length === 0) return refusing(one, 'The transcripts that this is about are not among the files.')
  if (one.kind === 'verdicts') return empty(one)
  if (others.length > 1) return refusing(one, 'A classifier’s answers go with one file of transcripts.')
  return classifier ? empty(one) : refusing(one, 'A classifier’s answers: say what the classifier is called.')
}

interface Beside {
  verdicts?: Sorted
  predictions?: Sorted
}

async function readFile(one: Sorted, { verdicts, predictions }: Beside, settings: Settings): Promise<ReadFile> {
  const { file, kind } = one
  const { classifier, collection } = settings
  if (kind === 'nothing') return refusing(one, whyNothing(file))
  if (kind === 'labels' && !collection) return refusing(one, 'Votes on labels: say which collection they are about.')
  if (kind === 'labels') return { ...empty(one), votes: readLabelVotes(file.bytes) }
  if (kind === 'inspect') return { ...empty(one), records: await readInspect(file) }
  if (kind === 'judged' && !verdicts) return refusing(one, 'Judged transcripts come with a CSV of verdicts.')
  const records = readTranscripts(file, isFormat(kind) ? kind : 'auto')
  if (kind === 'judged' && verdicts) return withVerdicts(one, [...records], verdicts.file)
  return predictions && classifier ? withPredictions(one, [...records], predictions.file) : { ...empty(one), records }
}

const isFormat = (kind: Kind): kind is Kind & Format => (formats as readonly string[]).includes(kind)

function withVerdicts(one: Sorted, given: Placed<GivenTranscript>[], csv: File): ReadFile {
  const { records, refused, blank } = judged(given, csv.bytes)
  return { ...empty(one), records, blank, refused: refused.map((unread) => ({ file: nameOf(csv), ...unread })) }
}

function withPredictions(one: Sorted, given: Placed<GivenTranscript>[], answers: File): ReadFile {
  const document = documentOf(answers.bytes)
  const refuse = (line: number | null, reason: string) => [{ file: nameOf(answers), line, reason }]
  if (isUnread(document)) return { ...empty(one), records: given, refused: refuse(document.line, document.reason) }
  try {
    const { records, refused } = predicted(given, document.value)
    return { ...empty(one), records, refused: refused.map((unread) => ({ file: nameOf(answers), ...unread })) }
  } catch (error) {
    if (!isRefusal(error)) throw error
    return { ...empty(one), records: given, refused: refuse(null, reasonOf(error)) }
  }
}

/** What a file is to be taken for: as was chosen, else as it looks. A CSV of verdicts and a classifier's answers are known in either case. */
function kindOf(file: File, format: Choice): Kind {
  const csv = csvKind(file)
  if (format === 'labels') return 'labels'
  if (csv === 'verdicts' && (format === 'auto' || format === 'judged')) return 'verdicts'
  if (isPredictions(file) && (format === 'auto' || format === 'gold' || format === 'messages')) return 'predictions'
  if (format !== 'auto') return format
  if (csv !== undefined) return csv
  if (isInspectLog(file)) return 'inspect'
  return isJson(file) ? jsonKind(file) : 'text'
}

/** By the names of the columns in the first line; a file is a CSV by its name alone, too. */
function csvKind(file: File): 'labels' | 'verdicts' | 'nothing' | undefined {
  const [first = ''] = decodeLoosely(file.bytes).split('\n')
  const columns = new Set(first.split(',').map((name) => name.replace(/[\s"\uFEFF]/g, '')))
  const has = (...names: string[]) => names.every((name) => columns.has(name))
  if (has('transcript_id', 'condition', 'judge', 'label')) return 'verdicts'
  if (has('transcript', 'label', 'voter', 'value')) return 'labels'
  return /\.(csv|tsv)$/i.test(file.name) ? 'nothing' : undefined
}

const isPredictions = (file: File) => /"predictions"\s*:\s*\[/.test(decodeLoosely(file.bytes))

/** By the first record that can be read. */
function jsonKind(file: File): Kind {
  for (const placed of recordsOf(file.bytes, /\.(jsonl|ndjson)$/i.test(file.name))) {
    if (isUnread(placed) || !isObject(placed.value)) continue
    if ('messages' in placed.value) return 'messages'
    if (isChatgpt(placed.value)) return 'chatgpt'
    if ('text' in placed.value) return 'gold'
  }
  return 'messages'
}

const whyNothing = ({ name }: File) =>
  `${name} has neither the columns transcript, label, voter, value nor transcript_id, condition, judge, label.`
