import type { Db } from '#db/open.ts'
import { countsOf, findCamps, sumOf } from '../camps/find-camps.ts'
import type { GroupCounts } from '../camps/representative.ts'
import { type Collected, collectVotes } from './collect-votes.server.ts'
import { hullOf } from './hull.ts'
import type { Basis, CampCell, CampRun, PublicCamp } from './run.ts'

const mostRepresenting = 12

/** Finds the camps of a claim. Takes seconds where there are many ballots: for a worker, not for the server's own thread. */
export async function computeRun(db: Db, claimId: string, basis: Basis): Promise<CampRun> {
  const began = performance.now()
  const collected = await collectVotes(db, claimId, basis)
  const found = findCamps(collected.matrix)
  const campOf = new Map(found.placed.map(({ member, camp }) => [member, camp]))
  const judged = basis === 'own' || found.camps.length === 0 ? collected : await collectVotes(db, claimId, 'own')
  const cells = cellsByCamp(judged, campOf, found.camps.length)
  const totals = found.cells.map((_, i) => sumOf(found.camps.map(({ counts }) => counts[i] as GroupCounts)))
  const camps = found.camps.map((camp, id): PublicCamp => {
    const represents = camp.represents.slice(0, mostRepresenting).map(({ cell, side }) => {
      const at = found.cells.indexOf(cell)
      const own = camp.counts[at] as GroupCounts
      const claimId = collected.claimOf.get(cell) as string
      return { ...placeOf(cell), claimId, side, ...own, others: minus(totals[at] as GroupCounts, own) }
    })
    const members = found.placed.filter((placed) => placed.camp === id)
    const hull = hullOf(members.map(({ x, y }): [number, number] => [rounded(x), rounded(y)]))
    return { id, size: camp.size, cells: cells[id] as CampCell[], represents, hull }
  })
  return {
    status: found.status,
    checks: found.checks,
    members: found.members,
    ballots: found.votes,
    camps,
    consensus: basis === 'own' ? found.consensus.map(({ cell, value }) => ({ ...placeOf(cell), value })) : [],
    milliseconds: Math.round(performance.now() - began),
  }
}

function cellsByCamp({ matrix }: Collected, campOf: Map<string, number>, camps: number): CampCell[][] {
  const of = matrix.members.map((member) => campOf.get(member) ?? -1)
  return countsOf(matrix, of, camps).map((counts) =>
    counts.map((count, i) => ({ ...placeOf(matrix.cells[i] as string), ...count })),
  )
}

function placeOf(cell: string) {
  const [standpointId = '', framingId = ''] = cell.split(' ')
  return { standpointId, framingId }
}

const minus = (all: GroupCounts, own: GroupCounts): GroupCounts => ({
  agree: all.agree - own.agree,
  disagree: all.disagree - own.disagree,
  seen: all.seen - own.seen,
})

// To a tenth, so that no corner tells one member's ballots exactly.
const rounded = (value: number) => Math.round(value * 10) / 10
