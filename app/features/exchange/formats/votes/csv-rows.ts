import { CsvError, parse } from 'csv-parse/sync'
import { isUnread, type Placed } from '../placed.ts'
import { decode } from '../utf8.ts'

/** The rows of a CSV file by the names in its first line. A file without one of the columns that are needed is refused whole. */
export function csvRows<C extends string>(bytes: Uint8Array, columns: readonly C[]): Placed<Record<C, string>>[] {
  const text = decode(bytes)
  if (isUnread(text)) return [text]
  try {
    const rows: CsvRow[] = parse(text.value, { bom: true, columns: true, skip_empty_lines: true, info: true })
    const missing = columns.filter((column) => !(column in (rows[0]?.record ?? {})))
    if (missing.length > 0) return [{ line: null, reason: `There is no row, or no column ${missing.join(', ')}.` }]
    return rows.map(({ record, info }) => ({ line: info.lines, value: record as Record<C, string> }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return [{ line: Number(error.lines ?? 0) || null, reason: `This is not CSV: ${error.message}.` }]
  }
}

/** The lines of a CSV file without a line of names; none where it cannot be read. */
export function csvLines(bytes: Uint8Array): string[][] {
  const text = decode(bytes)
  if (isUnread(text)) return []
  try {
    return parse(text.value, { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return []
  }
}

interface CsvRow {
  record: Record<string, string>
  info: { lines: number }
}
