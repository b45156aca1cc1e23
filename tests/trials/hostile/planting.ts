import type { Row } from '../permissions/asking.ts'
import type { Actor } from '../permissions/cast.ts'
import type { Things } from '../permissions/things.ts'
import { bundled } from './payloads.ts'

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  additionalProperties?: Schema | boolean
}

type Json = Record<string, unknown>

/** The next so many payloads. */
export type Next = (count: number) => string[]

const most = 30
const lengths = [20_000, 4000, 2000, 1000, 500, 300, 200, 120, 80, 40]

/** Text for a field: as much as it takes, of many payloads or at least the beginning of one. */
export function textOf(next: Next, length: number): string {
  const many = next(length >= 1000 ? most : 1)
  let text = bundled(many)
  for (let count = many.length; [...text].length > length && count > 1; count--)
    text = bundled(many.slice(0, count - 1))
  return [...text].slice(0, length).join('').trim() || 'x'
}

/** The fields of a body that take any text, by their paths. */
export function textFields(schema: Schema, path: readonly string[] = []): string[][] {
  const one = schema.anyOf?.find((some) => some.type !== 'null') ?? schema
  if (one.enum || one.const !== undefined) return []
  if ([one.type].flat().includes('string')) return [[...path]]
  if (one.properties) return Object.entries(one.properties).flatMap(([name, each]) => textFields(each, [...path, name]))
  if (one.items && path.length < 3) return textFields(one.items, [...path, '0'])
  return typeof one.additionalProperties === 'object' ? textFields(one.additionalProperties, [...path, 'x']) : []
}

const isId = (path: readonly string[]) => /(?:^|[a-z])(?:id|Id|kind|role|handle|place|change)$/.test(path.at(-1) ?? '')

/** The body with another value at the path; nothing is made where only part of a thing would be. */
function withText(body: Json, path: readonly string[], text: string): Json {
  const [name = '', ...rest] = path
  if (rest.length === 0) return { ...body, [name]: text }
  const inner = body[name]
  if (rest[0] === '0') {
    const first = Array.isArray(inner) ? inner[0] : undefined
    if (rest.length === 1) return { ...body, [name]: [text] }
    return typeof first === 'object' ? { ...body, [name]: [withText(first as Json, rest.slice(1), text)] } : body
  }
  return { ...body, [name]: withText((inner ?? {}) as Json, rest, text) }
}

type Call = (
  method: string,
  path: string,
  body: Json,
) => Promise<{ status: number; body: Json; location: string | null }>

export interface Planted {
  /** Which fields took something. */
  fields: string[]
  /** Where it may be looked at, where it made a thing. */
  location: string | null
}

/** Sends a body with hostile text in all of its fields; those that refuse it get shorter text, and then none. */
export async function plant(
  call: Call,
  row: Row,
  path: string,
  body: Json,
  schema: Schema,
  next: Next,
): Promise<Planted> {
  const sizes = new Map(
    textFields(schema)
      .filter((one) => !isId(one))
      .map((one) => [one.join('.'), 0]),
  )
  for (let attempt = 0; attempt < 2 * lengths.length; attempt++) {
    const wanted = [...sizes].filter(([, size]) => size < lengths.length)
    const full = wanted.reduce(
      (said, [field, size]) => withText(said, field.split('.'), textOf(next, lengths[size] as number)),
      body,
    )
    const answer = await call(row.method, path, full)
    if (answer.status < 300)
      return { fields: wanted.map(([field]) => `${row.path} ${field}`), location: answer.location }
    if (answer.status >= 500) throw new Error(`${row.method} ${path}: ${answer.status} to ${JSON.stringify(full)}`)
    const refused = Object.keys((answer.body.errors ?? {}) as Json)
    const named = wanted.filter(([field]) => refused.some((one) => one === field || field.startsWith(`${one}.`)))
    for (const [field, size] of named.length > 0 ? named : wanted) sizes.set(field, size + 1)
  }
  return { fields: [], location: null }
}

/** Who may do what a line of the table says. */
export const doerOf = ({ expected }: Row) =>
  (['owner', 'moderator', 'other'] as Actor[]).find((one) => expected[one] === 'yes')

/** Lines that take something away, or lead from it to another thing: done to things of their own. */
export const isTaking = ({ path }: Row) =>
  /\/(?:merge|retirement|redactions|adoption|silence)$|^\/api\/v1\/account/.test(path)

export type { Things }
