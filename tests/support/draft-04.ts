import { readdirSync } from 'node:fs'
import { dataPath, readDataJson } from './data.ts'

// biome-ignore lint/suspicious/noExplicitAny: a JSON schema is any JSON
type Schema = any

const folder = 'web-annotation'
const files = new Map<string, Schema>()
const read = (path: string): Schema => files.get(path) ?? files.set(path, readDataJson(`${folder}/${path}`)).get(path)

const formats: Record<string, (value: string) => boolean> = {
  uri: (value) => URL.canParse(value) && /^[\w.~:/?#@!$&'()*+,;=%-]+$/.test(value),
  'date-time': (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value),
}

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)
const isOfType = (value: unknown, type: string) =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type

/** The keywords of draft 04 that the W3C's schemas use; what is not of a keyword's type passes it. */
const keywords: Record<string, (said: Schema, value: Schema, path: string, schema: Schema) => boolean> = {
  $ref: (said, value, path) => passes(...resolved(said, path), value),
  type: (said, value) => [said].flat().some((type: string) => isOfType(value, type)),
  enum: (said, value) => said.includes(value),
  not: (said, value, path) => !passes(said, path, value),
  allOf: (said, value, path) => said.every((one: Schema) => passes(one, path, value)),
  anyOf: (said, value, path) => said.some((one: Schema) => passes(one, path, value)),
  oneOf: (said, value, path) => said.filter((one: Schema) => passes(one, path, value)).length === 1,
  required: (said, value) => typeOf(value) !== 'object' || said.every((key: string) => key in value),
  properties: (said, value, path) =>
    typeOf(value) !== 'object' ||
    Object.keys(said).every((key) => !(key in value) || passes(said[key], path, value[key])),
  patternProperties: (said, value, path) =>
    typeOf(value) !== 'object' ||
    Object.keys(said).every((pattern) =>
      Object.keys(value).every((key) => !new RegExp(pattern).test(key) || passes(said[pattern], path, value[key])),
    ),
  dependencies: (said, value) =>
    typeOf(value) !== 'object' ||
    Object.keys(said).every((key) => !(key in value) || said[key].every((other: string) => other in value)),
  items: (said, value, path) => !Array.isArray(value) || value.every((one) => passes(said, path, one)),
  minItems: (said, value) => !Array.isArray(value) || value.length >= said,
  maxItems: (said, value) => !Array.isArray(value) || value.length <= said,
  minimum: (said, value) => typeof value !== 'number' || value >= said,
  pattern: (said, value) => typeof value !== 'string' || new RegExp(said).test(value),
  format: (said, value) => typeof value !== 'string' || (formats[said]?.(value) ?? false),
}

const passes = (schema: Schema, path: string, value: Schema): boolean =>
  Object.entries(schema).every(([name, said]) => keywords[name]?.(said, value, path, schema) ?? true)

function resolved(reference: string, path: string): [schema: Schema, path: string] {
  const [file, pointer] = reference.split('#')
  const at = file ? `definitions/${file}` : path
  const parts = (pointer ?? '').split('/').filter(Boolean)
  return [parts.reduce((schema, key) => schema[key], read(at)), at]
}

/** The assertions of the W3C's tests that an annotation fails: what it MUST be and is not. */
export function failedMusts(annotation: unknown): string[] {
  const { assertions } = read('annotations/annotationMusts.test')
  return assertions.filter((path: string) => !passes(read(path), path, annotation))
}

export const sampleNames = (kind: 'correct' | 'incorrect') => readdirSync(dataPath(`${folder}/samples/${kind}`)).sort()
