/** What an import did, as `--json` prints it. `ids` are of what was created or already there, in the order of the files. */
export interface ImportReport {
  created: number
  existing: number
  refused: Refused[]
  ids: string[]
  /** Rows of verdicts in which a judge came to none. */
  blank?: number
}

export interface Refused {
  file: string
  /** Counted from 1: a line of a text or of JSON lines, a record of a JSON array; null is the whole file. */
  line: number | null
  reason: string
}

export const emptyReport = (): ImportReport => ({ created: 0, existing: 0, refused: [], ids: [] })

/** Notes that something is there now. */
export function count(report: ImportReport, id: string, isNew: boolean) {
  report[isNew ? 'created' : 'existing']++
  report.ids.push(id)
}
