import { isoTime } from '#app/lib/clock.ts'
import { type CellValue, csvLine } from '#app/lib/csv.ts'
import type { Row } from '#db/backup/manifest.ts'
import { type Column, type Exported, fieldOf, kindOf } from '../exported.ts'

/** A row as a line of JSON has it. */
export function thingOf({ columns }: Exported, row: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).map(([column, kind]) => [fieldOf(column), said(kind, row[column])]))
}

function said(column: Column, value: unknown): unknown {
  if (value === null || value === undefined) return null
  const kind = kindOf(column)
  if (kind === 'time') return isoTime(Number(value))
  if (kind === 'flag') return Number(value) === 1
  if (kind === 'json') return JSON.parse(String(value))
  if (kind === 'words') return withoutHtml(JSON.parse(String(value)))
  return kind === 'number' ? Number(value) : value
}

/** What is made of the words is made anew by whoever reads them. */
const withoutHtml = (words: object) =>
  Object.fromEntries(Object.entries(words).filter(([name]) => !name.endsWith('Html')))

export const headOf = ({ columns }: Exported): string => csvLine(Object.keys(columns).map(fieldOf))

/** The same as a line of CSV; what has parts is JSON in its cell. */
export function csvLineOf(thing: Record<string, unknown>): string {
  return csvLine(
    Object.values(thing).map((value) =>
      typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as CellValue),
    ),
  )
}
