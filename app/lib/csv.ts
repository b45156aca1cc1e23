/** What stands in a cell; nothing for null. */
export type CellValue = string | number | boolean | null

/** What spreadsheets take for a formula when text begins with it (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/

function cell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay. */
export const csvLine = (cells: readonly CellValue[]): string => `${cells.map(cell).join(',')}\r\n`
