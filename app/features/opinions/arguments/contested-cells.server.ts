import type { WeighedArgument } from '#app/features/votes/arguments/weighed-argument.ts'
import { type Counts, stateOf } from '#app/lib/statistics.ts'
import type { Db } from '#db/open.ts'
import type { Placed } from './argument-order.ts'
import * as queries from './arguments.queries.server.ts'

type Row = Awaited<ReturnType<typeof queries.selectCells>>[number]

/** The arguments, each with whether what it argues about is contested: whether the framing fits, or whether it is the name, from its standpoint or all things considered. */
export async function withContested(db: Db, weighed: readonly WeighedArgument[]): Promise<Placed[]> {
  const claimIds = [...new Set(weighed.map(({ claimId }) => claimId))]
  const rows = claimIds.length === 0 ? [] : await queries.selectCells(db, claimIds)
  const ofStandpoint = Map.groupBy(rows, (row) => row.standpoint_id)
  const overall = new Map(rows.filter(({ position }) => position === 0).map((row) => [row.claim_id, row.standpoint_id]))
  return weighed.map((argument) => {
    const standpointId = argument.standpointId ?? overall.get(argument.claimId) ?? ''
    const cells = ofStandpoint.get(standpointId) ?? []
    return { ...argument, isContested: stateOf(countsOf(argument, cells)) === 'contested' }
  })
}

function countsOf({ framingId, on }: WeighedArgument, cells: readonly Row[]): Counts {
  const own = cells.find((row) => row.framing_id === framingId)
  if (on === 'fit') return own ?? { fits: 0, misfits: 0 }
  const said = cells.reduce((sum, { handles }) => sum + handles, 0)
  return { fits: own?.handles ?? 0, misfits: said - (own?.handles ?? 0) }
}
