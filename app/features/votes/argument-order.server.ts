import type { Member } from '#app/features/accounts/member.ts'
import { argumentsOf } from '#app/features/discussion/arguments/arguments.server.ts'
import { cardsFor } from '#app/features/discussion/arguments/evidence.server.ts'
import type { Argument } from '#app/features/discussion/bearing.ts'
import type { Db } from '#db/open.ts'
import { strongestFirst } from './ranking.ts'
import type { Totals } from './vote.ts'
import * as queries from './votes.queries.server.ts'
import { totalsOf } from './votes.server.ts'

/** What `<ArgumentList>` draws of a claim: its arguments, the strongest first, with the cards of their evidence. */
export async function argumentPage(db: Db, claimId: string, reader: Member | null) {
  const all = await argumentsOf(db, claimId)
  const totals = await totalsOf(
    db,
    all.map(({ source }) => source),
  )
  const across = await acrossOf(db, claimId)
  const ranked = all.map((argument) => {
    const { id } = argument.source
    const { approval } = totals.get(id) as Totals
    return { argument, id, createdAt: argument.createdAt, approval, across: across.get(id) ?? 0 }
  })
  const cards = await cardsFor(
    db,
    reader,
    all.flatMap(({ evidence }) => evidence),
  )
  return { arguments: ranked.sort(strongestFirst).map(({ argument }): Argument => argument), cards }
}

const fewest = 3

/** How many approve of each argument although their own ballot on its framing says otherwise; fewer than three say nothing. */
export async function acrossOf(db: Db, claimId: string): Promise<Map<string, number>> {
  const rows = await queries.selectApprovalAcross(db, claimId)
  return new Map(rows.filter(({ members }) => members >= fewest).map((row) => [row.source_id, row.members]))
}
