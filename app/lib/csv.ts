/** What stands in a cell; nothing for null. */
export type CellValue = string | number | boolean | null

/** What spreadsheets take for a formula when text begins with it (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/

/** Text of a cell as it was before it was kept from being taken for a formula. */
export const withoutApostrophe = (text: string): string => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

function cell(value: CellValue): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay. */
export const csvLine = (cells: readonly CellValue[]): string => `${cells.map(cell).join(',')}\r\n`
