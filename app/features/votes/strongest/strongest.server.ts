import { argumentsFrom } from '#app/features/discussion/arguments/arguments.server.ts'
import type { Argument, Source } from '#app/features/discussion/bearing.ts'
import type { Subject } from '#app/features/discussion/comment.ts'
import type { Db } from '#db/open.ts'
import { acrossOf } from '../argument-order.server.ts'
import { strongestFirst } from '../ranking.ts'
import * as queries from './strongest.queries.server.ts'

const most = 8

/** The strongest argument for each framing of a claim, or for each that the thread of another subject argues for: what a long thread begins with. */
export async function strongestOf(db: Db, subject: Subject): Promise<Argument[]> {
  const rows = await queries.selectArgumentsFor(db, subject)
  const across = new Map<string, number>()
  for (const claimId of mostArgued(rows)) for (const [id, n] of await acrossOf(db, claimId)) across.set(id, n)
  const ranked = rows.map((row) => ({
    id: row.source_id,
    source: { kind: row.source_kind, id: row.source_id } as Source,
    framing: `${row.claim_id} ${row.framing_id}`,
    createdAt: row.written_at as number,
    approval: { up: row.up ?? 0, down: row.down ?? 0 },
    across: across.get(row.source_id) ?? 0,
  }))
  const first = new Map<string, Source>()
  for (const { framing, source } of ranked.sort(strongestFirst)) if (!first.has(framing)) first.set(framing, source)
  return argumentsFrom(db, [...first.values()].slice(0, most))
}

/** A thread may argue over any number of claims; who judges otherwise is looked up for the few that it argues most. */
function mostArgued(rows: readonly { claim_id: string }[]): string[] {
  const groups = [...Map.groupBy(rows, (row) => row.claim_id)]
  return groups
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, most)
    .map(([claimId]) => claimId)
}
