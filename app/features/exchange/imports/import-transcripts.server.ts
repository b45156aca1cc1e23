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
import { isUnread, type Placed, reasonOf, type Unread } from '../formats/placed.ts'
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

/** So many are kept together, or so many letters of them: every commit has the disk waited for, and every page made anew; meanwhile no other writes. */
const [mostTogether, mostLetters] = [10, 100_000]

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
  const counts = counterOf(report, from.file)
  for (const some of batchesOf(from.records)) {
    const kept = await inTransaction(db, (tx) => keepAll(tx, member, from.file, some, how))
    kept.forEach(counts)
    how.onProgress?.()
    await rest()
  }
}

type Given = Placed<GivenTranscript>

function* batchesOf(records: Iterable<Given>): Generator<Given[]> {
  let [some, letters]: [Given[], number] = [[], 0]
  for (const record of records) {
    some.push(record)
    letters += isUnread(record) ? 0 : lettersIn(record.value)
    if (some.length < mostTogether && letters < mostLetters) continue
    yield some
    ;[some, letters] = [[], 0]
  }
  if (some.length > 0) yield some
}

// What is not text is refused when it is kept.
const lettersIn = ({ draft }: GivenTranscript) => draft.turns.reduce((sum, { text }) => sum + (text?.length ?? 0), 0)

interface Kept {
  id: string
  isNew: boolean
  /** Not new, but brought by the same import, which was interrupted. */
  isOwn: boolean
}

/** A counter of what was kept, in its order; what one import brings twice is created once. */
function counterOf(report: ImportReport, file: string) {
  const seen = new Set<string>()
  return (kept: Kept | Unread) => {
    if ('reason' in kept) return void report.refused.push({ file, ...kept })
    count(report, kept.id, kept.isNew || (kept.isOwn && !seen.has(kept.id)))
    seen.add(kept.id)
  }
}

/** Keeps some, one after another; of one that is refused what was kept so far stays. */
async function keepAll(tx: Db, member: Member, file: string, some: Given[], how: ImportingTranscripts) {
  const keep = keeperOf(tx, member, file, how)
  const kept: (Kept | Unread)[] = []
  for (const record of some) {
    try {
      kept.push(isUnread(record) ? record : await keep(record.value))
    } catch (error) {
      if (!isRefusal(error)) throw error
      kept.push({ line: record.line, reason: reasonOf(error) })
    }
  }
  return kept
}

function keeperOf(tx: Db, member: Member, file: string, how: ImportingTranscripts) {
  const { collection, classifier, since = Number.POSITIVE_INFINITY } = how
  const label = labellerOf(tx, member, file, classifier)
  return async (given: GivenTranscript): Promise<Kept> => {
    const { transcript, isNew } = await addTranscript(tx, member, given.draft)
    const { id, createdAt, addedBy } = transcript
    if (collection) await addToCollection(tx, member, collection, [id])
    await label(id, given)
    return { id, isNew, isOwn: createdAt >= since && addedBy === member.handle }
  }
}

/** Puts on all of a transcript what the file says of it: the label it came with, a classifier's, and the verdicts of judges, who are unclaimed members. */
function labellerOf(tx: Db, member: Member, file: string, classifier: string | undefined) {
  const labelId = labelsByName(tx, member, file)
  const judgeNamed = once((name) => unclaimedMember(tx, name))
  const keepVerdicts = async (excerptId: string, verdicts: Verdict[]) => {
    const votes = new Map<string, GivenVote[]>()
    for (const { judge, label, value } of verdicts) {
      const id = await labelId(label)
      votes.set(id, [...(votes.get(id) ?? []), { voter: await judgeNamed(judge), value }])
    }
    for (const [id, cast] of votes) await giveVotes(tx, member, excerptId, id, cast)
  }
  return async (transcriptId: string, { label, predicted, verdicts }: GivenTranscript) => {
    const said = classifier ? predicted : null
    if (!label && !said && verdicts.length === 0) return
    const { id } = (await wholeExcerpt(tx, member, transcriptId)).excerpt
    if (label) await giveLabel(tx, member, id, await labelId(label))
    if (said && classifier)
      await labelByMachine(tx, member, id, await labelId(said.label), { classifier, score: said.score })
    await keepVerdicts(id, verdicts)
  }
}

/** The ids of labels by their names; those that are missing are made. */
function labelsByName(tx: Db, member: Member, file: string): (name: string) => Promise<string> {
  const definition = `Came with the import of ${basename(file)}, which does not say what it means.`
  return once(async (name) => (await proposeLabel(tx, member, { name, definition })).label.id)
}
