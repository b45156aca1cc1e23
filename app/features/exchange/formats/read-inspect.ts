import { TranscriptDraft } from '#app/features/transcripts/transcript.ts'
import { invalid, isRefusal, Refusal } from '#app/lib/refusal.ts'
import { shortened } from '#app/lib/text.ts'
import { parse } from '#app/lib/validation.ts'
import { decodeLoosely, documentOf, isObject } from './json-records.ts'
import { isUnread, type Placed, readAt, reasonOf } from './placed.ts'
import { readMessages } from './read-messages.ts'
import type { File, GivenTranscript } from './read-transcripts.ts'
import { scoresOf } from './scores.ts'
import { zipEntries } from './zip-entries.ts'

type Given = Record<string, unknown>

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** A log of Inspect: a zip (`.eval`), or one JSON document with `eval` beside its samples. */
export function isInspectLog({ name, bytes }: File): boolean {
  return isZip(bytes) || /\.eval$/i.test(name) || /^\uFEFF?\s*\{\s*"version"[^{}]*"status"/.test(decodeLoosely(bytes))
}

/** The samples of a log, each epoch of each a transcript, in the order of the log. */
export async function readInspect(file: File): Promise<Placed<GivenTranscript>[]> {
  try {
    const { header, samples } =
      isZip(file.bytes) || /\.eval$/i.test(file.name) ? await unzipped(file.bytes) : inDocument(file.bytes)
    if (samples.length === 0) throw new Refusal('invalid', `This log holds no samples${statusOf(header)}.`)
    const facts = factsOf(header, samples, file.name)
    return samples.map((sample) => readAt(sample, (one) => transcriptOf(one, facts)))
  } catch (error) {
    if (!isRefusal(error)) throw error
    return [{ line: null, reason: reasonOf(error) }]
  }
}

interface Log {
  header: Given
  samples: Placed<unknown>[]
}

async function unzipped(zip: Uint8Array): Promise<Log> {
  let header: Given = {}
  const samples: Placed<unknown>[] = []
  const isWanted = (name: string) => name === 'header.json' || /^samples\/[^/]+\.json$/.test(name)
  for await (const { name, bytes } of zipEntries(zip, isWanted)) {
    const document = documentOf(bytes)
    if (name === 'header.json') header = objectIn(document)
    else samples.push({ ...document, line: samples.length + 1 })
  }
  return { header, samples: inOrder(samples) }
}

function inDocument(bytes: Uint8Array): Log {
  const header = objectIn(documentOf(bytes))
  const samples = Array.isArray(header.samples) ? header.samples : []
  return { header, samples: samples.map((value, index) => ({ line: index + 1, value })) }
}

function objectIn(document: Placed<unknown>): Given {
  if (isUnread(document)) throw new Refusal('invalid', document.reason)
  if (!isObject(document.value) || !('eval' in document.value))
    throw new Refusal('invalid', 'This is no log of Inspect: it has no `eval`.')
  return document.value
}

/** In a zip the order of files says nothing: the first epoch of every sample comes first, as the samples are named. */
function inOrder(samples: Placed<unknown>[]): Placed<unknown>[] {
  const keyOf = (one: Placed<unknown>) => (!isUnread(one) && isObject(one.value) ? one.value : {})
  const compare = new Intl.Collator('en', { numeric: true }).compare
  const ordered = samples.toSorted((a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)]
    return Number(one.epoch ?? 1) - Number(other.epoch ?? 1) || compare(String(one.id), String(other.id))
  })
  return ordered.map((sample, index) => ({ ...sample, line: index + 1 }))
}

const statusOf = ({ status }: Given) =>
  typeof status === 'string' && status !== 'success' ? `: its status is ${status}` : ''

/** What a log says of all of its samples. */
interface Facts {
  task: string
  model: string | null
  hasEpochs: boolean
  file: string
}

function factsOf(header: Given, samples: Placed<unknown>[], file: string): Facts {
  const about = isObject(header.eval) ? header.eval : {}
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const hasEpochs = samples.some((one) => !isUnread(one) && isObject(one.value) && Number(one.value.epoch ?? 1) > 1)
  return { task: text(about.task) ?? 'Inspect', model: text(about.model), hasEpochs, file }
}

function transcriptOf(sample: unknown, { task, model, hasEpochs, file }: Facts): GivenTranscript {
  if (!isObject(sample)) throw invalid({ sample: 'This is not an object.' })
  const which = `${String(sample.id)}${hasEpochs ? `, epoch ${String(sample.epoch ?? 1)}` : ''}`
  const draft = {
    title: shortened(`${task}, ${which}`, 180),
    model,
    source: shortened(`${file}, ${which}`, 2000),
    turns: readMessages(attached(sample.messages, sample)),
    scores: scoresOf(sample.scores),
  }
  return { draft: parse(TranscriptDraft, draft), label: null, predicted: null, key: which, verdicts: [] }
}

/** Puts texts that a log keeps apart, since they occur often, where they are meant. */
function attached(value: unknown, sample: Given): unknown {
  const kept = isObject(sample.attachments) ? sample.attachments : {}
  const inText = (text: string) => {
    const hash = /^(?:attachment|tc):\/\/(\w+)$/.exec(text)?.[1]
    const found = hash === undefined ? undefined : kept[hash]
    return typeof found === 'string' ? found : text
  }
  const within = (one: unknown): unknown => {
    if (typeof one === 'string') return inText(one)
    if (Array.isArray(one)) return one.map(within)
    return isObject(one) ? Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, within(inner)])) : one
  }
  return within(value)
}
