import { dirname, join } from 'node:path'
import { type Placed, reasonOf } from '#app/features/exchange/formats/placed.ts'
import { isInspectLog, readInspect } from '#app/features/exchange/formats/read-inspect.ts'
import {
  type Format,
  type GivenTranscript,
  predicted,
  readTranscripts,
} from '#app/features/exchange/formats/read-transcripts.ts'
import { judged } from '#app/features/exchange/formats/votes/read-verdicts.ts'
import { emptyReport, type ImportReport } from '#app/features/exchange/imports/import-report.ts'
import { importTranscripts } from '#app/features/exchange/imports/import-transcripts.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { about, documentAt, fileAt, type GivenFile, importer } from './importing.ts'
import { progress } from './progress.ts'

export interface TranscriptOptions {
  format: Format
  collection?: string
  as?: string
  predictions?: string
  classifier?: string
}

/** Brings in the transcripts of files one after another; a file that cannot be read is refused like a record. */
export async function importTranscriptFiles(
  db: Db,
  paths: string[],
  options: TranscriptOptions,
): Promise<ImportReport> {
  const { collection, classifier } = options
  const member = await importer(db, options.as)
  const report = emptyReport()
  const [verdicts, transcripts] = await verdictsAmong(paths, options)
  const { step, end } = progress()
  const onProgress = () => step(`${report.created} created, ${report.existing} already there …`)
  try {
    for (const path of transcripts) {
      const file = await readOrRefuse(path, report)
      if (!file) continue
      const records = verdicts ? judgedIn(file, verdicts, report) : await recordsOf(file, options, report)
      await importTranscripts(db, member, { file: path, records }, report, { collection, classifier, onProgress })
    }
    return report
  } finally {
    end()
  }
}

async function readOrRefuse(path: string, report: ImportReport): Promise<GivenFile | undefined> {
  try {
    return await fileAt(path)
  } catch (error) {
    if (!isRefusal(error)) throw error
    report.refused.push({ file: path, line: null, reason: reasonOf(error) })
  }
}

type Records = Iterable<Placed<GivenTranscript>>

async function recordsOf(
  file: GivenFile,
  { format, predictions: path }: TranscriptOptions,
  report: ImportReport,
): Promise<Records> {
  if (format === 'inspect' || (format === 'auto' && isInspectLog(file))) return readInspect(file)
  const records = readTranscripts(file, format)
  if (path === undefined) return records
  const { records: all, refused } = await about(path, async () => predicted([...records], await documentAt(path)))
  report.refused.push(...refused.map((unread) => ({ file: path, ...unread })))
  return all
}

/** Of judged transcripts the file of verdicts, which is a CSV among the files or the one that lies beside them; and the other files. */
async function verdictsAmong(paths: string[], { format }: TranscriptOptions): Promise<[GivenFile | null, string[]]> {
  if (format !== 'judged') return [null, paths]
  const others = paths.filter((path) => !path.endsWith('.csv'))
  const path = paths.find((one) => one.endsWith('.csv')) ?? join(dirname(others[0] ?? ''), 'judge_votes.csv')
  return [{ ...(await about(path, () => fileAt(path))), name: path }, others]
}

function judgedIn(file: GivenFile, verdicts: GivenFile, report: ImportReport): Records {
  const { records, refused, blank } = judged([...readTranscripts(file, 'judged')], verdicts.bytes)
  report.refused.push(...refused.map((unread) => ({ file: verdicts.name, ...unread })))
  if (blank > 0) report.blank = (report.blank ?? 0) + blank
  return records
}
