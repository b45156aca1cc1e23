import { basename } from 'node:path'
import { unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { type GivenVote, giveVotes } from '#app/features/labels/giving/given-votes.server.ts'
import { giveLabel, labelByMachine } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { isUnread, type Placed, reasonOf } from '../formats/placed.ts'
import type { GivenTranscript } from '../formats/read-transcripts.ts'
import type { Verdict } from '../formats/votes/read-verdicts.ts'
import { count, type ImportReport } from './import-report.ts'
import { once } from './once.ts'
import { pacing } from './pacing.ts'

export interface TranscriptsFrom {
  /** Its path, for the report; only the last part of it is published. */
  file: string
  records: Iterable<Placed<GivenTranscript>>
}

export interface ImportingTranscripts {
  collection?: string
  classifier?: string
  /** When this began, ms: what the member brought since then counts as created, though it is found there by one that goes on where another was interrupted. */
  since?: number
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

function keeperOf(db: Db, member: Member, file: string, how: ImportingTranscripts) {
  const { collection, classifier, since = Number.POSITIVE_INFINITY } = how
  const label = labellerOf(db, member, file, classifier)
  const seen = new Set<string>()
  return async (given: GivenTranscript, report: ImportReport) => {
    const { transcript, isNew } = await addTranscript(db, member, given.draft)
    if (collection) await addToCollection(db, member, collection, [transcript.id])
    await label(transcript.id, given)
    const isOwn = transcript.createdAt >= since && transcript.addedBy === member.handle && !seen.has(transcript.id)
    seen.add(transcript.id)
    count(report, transcript.id, isNew || isOwn)
  }
}

/** Puts on all of a transcript what the file says of it: the label it came with, a classifier's, and the verdicts of judges, who are unclaimed members. */
function labellerOf(db: Db, member: Member, file: string, classifier: string | undefined) {
  const labelId = labelsByName(db, member, file)
  const judgeNamed = once((name) => unclaimedMember(db, name))
  const keepVerdicts = async (excerptId: string, verdicts: Verdict[]) => {
    const votes = new Map<string, GivenVote[]>()
    for (const { judge, label, value } of verdicts) {
      const id = await labelId(label)
      votes.set(id, [...(votes.get(id) ?? []), { voter: await judgeNamed(judge), value }])
    }
    await inTransaction(db, async (tx) => {
      for (const [id, cast] of votes) await giveVotes(tx, member, excerptId, id, cast)
    })
  }
  return async (transcriptId: string, { label, predicted, verdicts }: GivenTranscript) => {
    const said = classifier ? predicted : null
    if (!label && !said && verdicts.length === 0) return
    const { id } = (await wholeExcerpt(db, member, transcriptId)).excerpt
    if (label) await giveLabel(db, member, id, await labelId(label))
    if (said && classifier)
      await labelByMachine(db, member, id, await labelId(said.label), { classifier, score: said.score })
    await keepVerdicts(id, verdicts)
  }
}

/** The ids of labels by their names; those that are missing are made. */
function labelsByName(db: Db, member: Member, file: string): (name: string) => Promise<string> {
  const definition = `Came with the import of ${basename(file)}, which does not say what it means.`
  return once(async (name) => (await proposeLabel(db, member, { name, definition })).label.id)
}
