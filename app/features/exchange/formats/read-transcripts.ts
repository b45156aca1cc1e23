import * as v from 'valibot'
import { LabelDraft } from '#app/features/labels/label.ts'
import { readDialogue, splitThoughts } from '#app/features/transcripts/read-dialogue.ts'
import { TranscriptDraft } from '#app/features/transcripts/transcript.ts'
import { invalid } from '#app/lib/refusal.ts'
import { shortened } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import { decodeLoosely, isObject, recordsOf } from './json-records.ts'
import { isUnread, type Placed, readAt, type Unread } from './placed.ts'
import { currentBranch, isChatgpt } from './read-chatgpt.ts'
import { readMessages } from './read-messages.ts'
import { scoresOf } from './scores.ts'
import { decode, linesOf, tooLong } from './utf8.ts'
import { type Prediction, readPredictions } from './votes/read-predictions.ts'
import type { Verdict } from './votes/read-verdicts.ts'

export const formats = ['auto', 'text', 'messages', 'gold', 'judged', 'inspect'] as const
export type Format = (typeof formats)[number]

export interface File {
  name: string
  bytes: Uint8Array
}

/** A transcript as a file gives it; the label that came with it and the one that a classifier predicted are about all of it. */
export interface GivenTranscript {
  draft: TranscriptDraft
  label: string | null
  predicted: Prediction | null
  /** What the file calls it. */
  key: string | null
  verdicts: Verdict[]
}

const mostTitleLength = 180

type GivenRecord = Record<string, unknown>

/** The transcripts in a file, one after another. `auto` tells text from JSON, and in JSON each record by what it has. */
export function* readTranscripts(file: File, format: Format): Generator<Placed<GivenTranscript>> {
  if (linesOf(file.bytes).next().done) yield { line: null, reason: 'This is empty.' }
  else if (format === 'text' || (format === 'auto' && !isJson(file))) yield readText(file)
  else yield* readRecords(file, format)
}

export function isJson({ name, bytes }: File): boolean {
  return /\.(json|jsonl|ndjson)$/i.test(name) || /^\uFEFF?\s*(\{\s*["}]|\[\s*[{\]])/.test(decodeLoosely(bytes))
}

function readText({ name, bytes }: File): Placed<GivenTranscript> {
  const reason = tooLong(bytes)
  if (reason) return { line: null, reason }
  const text = decode(bytes)
  if (isUnread(text)) return text
  const nul = text.value.indexOf('\0')
  if (nul === -1) return readAt(text, (said) => given({ title: stemOf(name), source: name, turns: readDialogue(said) }))
  const line = text.value.slice(0, nul).split('\n').length
  return { line, reason: 'This line contains a NUL character, which cannot be kept.' }
}

const stemOf = (name: string) => shortened(name.replace(/(?<=.)\.[^.]*$/, ''), mostTitleLength)

function* readRecords({ name, bytes }: File, format: Format): Generator<Placed<GivenTranscript>> {
  for (const placed of recordsOf(bytes, /\.(jsonl|ndjson)$/i.test(name))) {
    const facts = { title: name && `${stemOf(name)}, ${placed.line}`, source: name && `${name}, ${placed.line}` }
    yield readAt(placed, (record) => readRecord(record, format, facts))
  }
}

/** What is said of a record that does not say it itself. */
interface Facts {
  title: string
  source: string
}

function readRecord(record: unknown, format: Format, facts: Facts): GivenTranscript {
  if (!isObject(record)) throw invalid({ record: 'This is not an object.' })
  const isSample = format === 'gold' || (format === 'auto' && 'text' in record && !('messages' in record))
  if (isSample) return readSample(record, facts)
  if ('messages' in record) return { ...readConversation(withScores(record, format), facts), key: keyOf(record.id) }
  if (format === 'auto' && isChatgpt(record)) return readChatgpt(record, facts)
  throw invalid({ record: `This has no messages${format === 'auto' ? ' and no text' : ''}.` })
}

const Sample = v.object({ text: v.string(), label: v.nullish(LabelDraft.entries.name, null) })

/** A labelled sample: what an assistant said and thought, without a speaker. */
function readSample(record: GivenRecord, facts: Facts): GivenTranscript {
  const { text, label } = parse(Sample, record)
  return given({ ...facts, turns: splitThoughts(text) }, label)
}

const ownFacts = ['title', 'model', 'condition', 'source', 'licence', 'completeness'] as const

function readConversation(record: GivenRecord, facts: Facts): GivenTranscript {
  const named = ownFacts.filter((name) => record[name] !== undefined && record[name] !== null)
  const own = Object.fromEntries(named.map((name) => [name, record[name]]))
  const title = titleOf(record.id) ?? facts.title
  return given({ ...facts, title, ...own, turns: readMessages(record.messages), scores: scoresOf(record.scores) })
}

function readChatgpt(record: GivenRecord, facts: Facts): GivenTranscript {
  const { messages, model } = currentBranch(record)
  const title =
    typeof record.title === 'string' && record.title ? shortened(record.title, mostTitleLength) : facts.title
  return given({ ...facts, title, model, turns: readMessages(messages) })
}

const keyOf = (id: unknown) => (typeof id === 'string' || typeof id === 'number' ? String(id) : null)

/** A judged transcript says what is known of it in fields of its own: all that is no field of a transcript is a score. */
function withScores(record: GivenRecord, format: Format): GivenRecord {
  if (format !== 'judged') return record
  const own: readonly string[] = [...ownFacts, 'id', 'key', 'messages', 'scores']
  return { ...record, scores: Object.fromEntries(Object.entries(record).filter(([name]) => !own.includes(name))) }
}

/** A number alone says too little. */
function titleOf(id: unknown): string | undefined {
  if (typeof id === 'string' && /\D/.test(id)) return shortened(id, mostTitleLength)
}

/** Puts a classifier's answers beside the records that they are about, counted from 0; answers about none are refused. */
export function predicted(records: Placed<GivenTranscript>[], document: unknown): Predicted {
  const labels = records.map((record) => (isUnread(record) ? null : record.value.label))
  const predictions = readPredictions(document, labels)
  const beyond = [...predictions.keys()].filter((index) => index >= records.length)
  return {
    refused: beyond.map((index) => ({ line: null, reason: `There is no sample ${index}.` })),
    records: records.map((record, index) =>
      readAt(record, (one) => ({ ...one, predicted: predictions.get(index) ?? null })),
    ),
  }
}

export interface Predicted {
  records: Placed<GivenTranscript>[]
  refused: Unread[]
}

/** Refuses what could not be kept before anything is written. */
function given(draft: unknown, label: string | null = null): GivenTranscript {
  return { draft: parse(TranscriptDraft, draft), label, predicted: null, key: null, verdicts: [] }
}
