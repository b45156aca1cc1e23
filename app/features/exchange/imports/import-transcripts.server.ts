import { basename } from 'node:path'
import type { Member } from '#app/features/accounts/member.ts'
import { giveLabel, labelByMachine } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { isUnread, type Placed, reasonOf } from '../formats/placed.ts'
import type { GivenTranscript } from '../formats/read-transcripts.ts'
import { count, type ImportReport } from './import-report.ts'
import { pacing } from './pacing.ts'

export interface TranscriptsFrom {
  /** Its path, for the report; only the last part of it is published. */
  file: string
  records: Iterable<Placed<GivenTranscript>>
}

export interface ImportingTranscripts {
  collection?: string
  classifier?: string
  onProgress?: () => void
}

/** Keeps the transcripts of a file with their labels, and counts them in the report. All writes are small, and each may find its work done: an import that was interrupted is repeated. */
export async function importTranscripts(
  db: Db,
  member: Member,
  from: TranscriptsFrom,
  report: ImportReport,
  how: ImportingTranscripts = {},
) {
  // A name that is none is refused before anything is written.
  if (how.collection) await addToCollection(db, member, how.collection, [])
  const rest = pacing()
  const keep = keeperOf(db, member, from.file, how)
  for (const record of from.records) {
    try {
      if (isUnread(record)) report.refused.push({ file: from.file, ...record })
      else await keep(record.value, report)
    } catch (error) {
      if (!isRefusal(error)) throw error
      report.refused.push({ file: from.file, line: record.line, reason: reasonOf(error) })
    }
    how.onProgress?.()
    await rest()
  }
}

function keeperOf(db: Db, member: Member, file: string, { collection, classifier }: ImportingTranscripts) {
  const labelId = labelsByName(db, member, file)
  return async ({ draft, label, predicted }: GivenTranscript, report: ImportReport) => {
    const { transcript, isNew } = await addTranscript(db, member, draft)
    if (collection) await addToCollection(db, member, collection, [transcript.id])
    if (label || (predicted && classifier)) {
      const { excerpt } = await wholeExcerpt(db, member, transcript.id)
      if (label) await giveLabel(db, member, excerpt.id, await labelId(label))
      if (predicted && classifier) {
        const { label: said, score } = predicted
        await labelByMachine(db, member, excerpt.id, await labelId(said), { classifier, score })
      }
    }
    count(report, transcript.id, isNew)
  }
}

/** The ids of labels by their names; those that are missing are made, once. */
function labelsByName(db: Db, member: Member, file: string): (name: string) => Promise<string> {
  const ids = new Map<string, string>()
  return async (name) => {
    const known = ids.get(name)
    if (known) return known
    const definition = `Came with the import of ${basename(file)}, which does not say what it means.`
    const { label } = await proposeLabel(db, member, { name, definition })
    ids.set(name, label.id)
    return label.id
  }
}
