import type { Member } from '#app/features/accounts/member.ts'
import { findCollection, namesIn } from '#app/features/transcripts/collections.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import type { Placed } from '../formats/placed.ts'
import type { GivenLabelVote } from '../formats/votes/read-label-votes.ts'
import { casterOf } from './cast-given.server.ts'
import { count, emptyReport, type ImportReport } from './import-report.ts'
import { pacing } from './pacing.ts'

/** Of rows: as many find their members, labels and excerpts together, and are reported together. */
const mostAtOnce = 500

/** Casts votes of unclaimed members on labels on whole transcripts of a collection, which are named by id or by a title that only one of them has. A vote that stands already is counted as existing. */
export async function importLabels(
  db: Db,
  member: Member,
  { file, rows, collection }: { file: string; rows: Placed<GivenLabelVote>[]; collection: string },
  report: ImportReport = emptyReport(),
  onProgress?: () => void,
): Promise<ImportReport> {
  const idOf = finderOf(await namesIn(db, (await findCollection(db, collection)).id))
  const rest = pacing()
  const cast = casterOf(db, member, idOf, async () => {
    onProgress?.()
    await rest()
  })
  for (let from = 0; from < rows.length; from += mostAtOnce) {
    const some = rows.slice(from, from + mostAtOnce)
    for (const [n, outcome] of (await cast(some)).entries()) {
      if ('reason' in outcome) report.refused.push({ file, line: some[n]?.line ?? null, reason: outcome.reason })
      else count(report, outcome.excerptId, outcome.isNew)
    }
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
