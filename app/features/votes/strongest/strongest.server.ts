import { argumentsFrom } from '#app/features/discussion/arguments/arguments.server.ts'
import type { Argument, Source } from '#app/features/discussion/bearing.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import { inBatches } from '#app/lib/batches.ts'
import type { Db } from '#db/open.ts'
import { argumentsWeighedFrom, argumentsWeighedOn } from '../arguments/weigh-arguments.server.ts'
import type { WeighedArgument } from '../arguments/weighed-argument.ts'
import { strongestFirst } from '../ranking.ts'
import * as queries from './strongest.queries.server.ts'

const most = 8

/** The strongest argument for each framing of a claim, or for each that the thread of another subject argues for: what a long thread begins with. */
export async function strongestOf(db: Db, subject: Subject): Promise<Argument[]> {
  const weighed = subject.kind === 'claim' ? await argumentsWeighedOn(db, subject.id) : await inThread(db, subject)
  const ranked = weighed.filter(({ direction }) => direction === 'for').sort(strongestFirst)
  const first = new Map<string, Source>()
  for (const { claimId, framingId, source } of ranked) {
    const framing = `${claimId} ${framingId}`
    if (!first.has(framing)) first.set(framing, source)
  }
  return argumentsFrom(db, [...first.values()].slice(0, most))
}

async function inThread(db: Db, subject: Subject): Promise<WeighedArgument[]> {
  const rows = await queries.selectArgumentsFor(db, subject)
  return inBatches(rows, (batch) =>
    argumentsWeighedFrom(
      db,
      batch.map((row): Source => ({ kind: 'comment', id: row.source_id })),
    ),
  )
}
