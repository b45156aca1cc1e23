import * as v from 'valibot'
import { Handle } from '#app/features/accounts/member.ts'
import { factFields } from '#app/features/concepts/facts.ts'
import { invalid } from '#app/lib/refusal.ts'
import { unkeepable } from '#app/lib/text.ts'
import { id, parse } from '#app/lib/validation.ts'
import { type Column, type Exported, fieldOf, type Kind, kindOf, mayLack } from '../exported.ts'

export type Row = Record<string, string | number | null | undefined>

/** The row that a line says, each value as the table has it; refused where it is none that an export writes. */
export function rowOf(exported: Exported, value: Record<string, unknown>): Row {
  const columns = Object.entries(exported.columns)
  const known = new Set(columns.map(([column]) => fieldOf(column)))
  const strange = Object.keys(value).find((field) => !known.has(field))
  if (strange !== undefined) throw invalid({ [strange]: 'An export has no such field.' })
  return Object.fromEntries(
    columns.map(([column, how]) => [column, checked(exported, column, how, value[fieldOf(column)])]),
  )
}

function checked(exported: Exported, column: string, how: Column, value: unknown) {
  const field = fieldOf(column)
  if (value === null || value === undefined) {
    if (mayLack(how)) return null
    throw invalid({ [field]: 'This is missing.' })
  }
  const read = readers[kindOf(how)](value)
  if (read === undefined) throw invalid({ [field]: `This is no ${kindOf(how)}.` })
  const among = exported.oneOf?.[column]
  if (among && !among.includes(String(read))) throw invalid({ [field]: `This is one of ${among.join(', ')}.` })
  checkMeaning(exported.name, column, read)
  return read
}

const readers: Record<Kind, (value: unknown) => string | number | undefined> = {
  text: (value) => (typeof value === 'string' && !unkeepable(value) ? value : undefined),
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  time: (value) => {
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return Number.isSafeInteger(ms) ? ms : undefined
  },
  flag: (value) => (typeof value === 'boolean' ? Number(value) : undefined),
  json: (value) => jsonOf(value),
  words: (value) => (typeof value === 'object' ? jsonOf(value) : undefined),
}

function jsonOf(value: unknown): string | undefined {
  const text = JSON.stringify(value)
  return unkeepable(text) || /\\u0000/.test(text) ? undefined : text
}

const mostVotes = 10_000_000

/** What pages make links of is what forms would take, and counts are counts. */
function checkMeaning(name: string, column: string, value: string | number) {
  const field = fieldOf(column)
  if (/(^|_)id$/.test(column) && value !== '' && typeof value === 'string')
    parse(v.object({ [field]: id }), { [field]: value })
  if (column === 'handle') parse(v.object({ [field]: Handle }), { [field]: value })
  if (column === 'url') parse(v.object({ [field]: factFields.url }), { [field]: value })
  const isCount = ['votes', 'voters', 'up', 'down'].includes(column) && !name.endsWith('-days')
  if (isCount && !(Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostVotes))
    throw invalid({ [field]: 'This is no count.' })
}
