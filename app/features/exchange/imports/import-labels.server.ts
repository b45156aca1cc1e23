import { unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { giveLabel, labellingsOf, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { findCollection, namesIn } from '#app/features/transcripts/collections.server.ts'
import { wholeExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { invalid, isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { isUnread, type Placed, reasonOf } from '../formats/placed.ts'
import type { GivenLabelVote } from '../formats/votes/read-label-votes.ts'
import { count, emptyReport, type ImportReport } from './import-report.ts'
import { pacing } from './pacing.ts'

/** Casts votes of unclaimed members on labels on whole transcripts of a collection, which are named by id or by a title that only one of them has. A vote that stands already is counted as existing. */
export async function importLabels(
  db: Db,
  member: Member,
  { file, rows, collection }: { file: string; rows: Placed<GivenLabelVote>[]; collection: string },
  report: ImportReport = emptyReport(),
  onProgress?: () => void,
): Promise<ImportReport> {
  const rest = pacing()
  const idOf = finderOf(await namesIn(db, (await findCollection(db, collection)).id))
  for (const row of rows) {
    await rest()
    try {
      if (isUnread(row)) report.refused.push({ file, ...row })
      else await castGiven(db, member, row.value, idOf(row.value.transcript), report)
    } catch (error) {
      if (!isRefusal(error)) throw error
      report.refused.push({ file, line: row.line, reason: reasonOf(error) })
    }
    onProgress?.()
  }
  return report
}

/** Finds a transcript's id by its id or title. */
export function finderOf(all: { id: string; title: string }[]): (name: string) => string {
  const ids = new Set(all.map(({ id }) => id))
  const titled = Map.groupBy(all, ({ title }) => title)
  return (name) => {
    if (ids.has(name)) return name
    const [found, ...others] = titled.get(name) ?? []
    if (!found) throw invalid({ transcript: `No transcript of the collection is ${name}.` })
    if (others.length > 0)
      throw invalid({ transcript: `${others.length + 1} transcripts of the collection are called ${name}.` })
    return found.id
  }
}

async function castGiven(db: Db, member: Member, vote: GivenLabelVote, transcriptId: string, report: ImportReport) {
  const voter = await unclaimedMember(db, vote.voter)
  const { label } = await proposeLabel(db, member, { name: vote.label })
  const { excerpt } = await wholeExcerpt(db, member, transcriptId)
  const isNew = await inTransaction(db, async (tx) => {
    await giveLabel(tx, member, excerpt.id, label.id)
    const before = (await labellingsOf(tx, [excerpt.id], voter)).get(excerpt.id)
    await voteOnLabel(tx, voter, excerpt.id, label.id, vote.value)
    return before?.find(({ labelId }) => labelId === label.id)?.mine !== vote.value
  })
  count(report, excerpt.id, isNew)
}
