import { jsonErrorIn } from './json-errors.ts'
import { isUnread, type Placed } from './placed.ts'
import { decode, type Line, linesOf, tooLong } from './utf8.ts'

const lists = ['samples', 'transcripts'] as const

/** The records of a JSON file: one a line, or one document that is a record, an array of records, or an object with `samples` or `transcripts`. */
export function* recordsOf(bytes: Uint8Array, isNamedLines = false): Generator<Placed<unknown>> {
  if (isJsonLines(bytes) || (isNamedLines && isUnread(documentOf(bytes)))) {
    for (const line of linesOf(bytes)) yield recordOf(line)
    return
  }
  const document = documentOf(bytes)
  if (isUnread(document)) yield document
  else yield* recordsIn(document.value)
}

function* recordsIn(document: unknown): Generator<Placed<unknown>> {
  const list = Array.isArray(document) ? document : listIn(document)
  if (list?.length === 0) yield { line: null, reason: 'This holds no record.' }
  for (const [index, value] of (list ?? [document]).entries()) yield { line: index + 1, value }
}

function listIn(document: unknown): unknown[] | undefined {
  if (!isObject(document) || 'messages' in document) return
  for (const name of lists) {
    const list = document[name]
    if (Array.isArray(list)) return list
  }
}

function recordOf({ line, bytes }: Line): Placed<unknown> {
  const reason = tooLong(bytes)
  return reason ? { line, reason } : documentOf(bytes, line)
}

/** A whole JSON document that begins at a line. */
export function documentOf(bytes: Uint8Array, firstLine = 1): Placed<unknown> {
  const text = decode(bytes, firstLine)
  if (isUnread(text)) return text
  try {
    return { line: firstLine, value: JSON.parse(text.value) }
  } catch (error) {
    const { line, reason } = jsonErrorIn(text.value, error as SyntaxError)
    return { line: firstLine + line - 1, reason }
  }
}

/** One object a line; also when the first of them are broken, as long as the whole is no document and some line is a record. */
function isJsonLines(bytes: Uint8Array): boolean {
  const lines = linesOf(bytes)
  const first = lines.next().value
  if (!first || !startsWithBrace(first) || lines.next().done) return false
  if (isRecord(first)) return true
  if (!isUnread(documentOf(bytes))) return false
  for (const line of linesOf(bytes)) if (isRecord(line)) return true
  return false
}

/** A brace and more: the first line of a document that is set out over lines is a brace alone. */
const startsWithBrace = ({ bytes }: Line) => /^\s*\{\s*\S/.test(decodeLoosely(bytes))

const isRecord = (line: Line) => {
  const record = documentOf(line.bytes)
  return !isUnread(record) && isObject(record.value)
}

/** The beginning of a file, for looking at. */
export const decodeLoosely = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 1000))

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
