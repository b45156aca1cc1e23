import { type Check, checksOf } from './checks.ts'
import { bestPartition, type Partition, pointsOf } from './partition.ts'
import { type Point, steps } from './principal-components.ts'
import { type GroupCounts, groupConsensus, type Representative, representing } from './representative.ts'
import { fewestMembers, membersIn, missing, rowsAt, type VoteMatrix } from './vote-matrix.ts'

export interface Placed {
  member: string
  x: number
  y: number
  /** The number of the camp, from 0. */
  camp: number
}

export interface Camp {
  size: number
  /** For each cell, in the order of `cells`. */
  counts: GroupCounts[]
  /** The cells that are its own, the strongest first. */
  represents: (Representative & { cell: string })[]
}

export interface Camps {
  status: 'ok' | 'none'
  /** Which tests were made, and how they came out; all passed where there are camps. */
  checks: Check[]
  /** Members who are in, and the votes that they cast. */
  members: number
  votes: number
  cells: readonly string[]
  /** Empty without camps, as are `consensus` and `placed`. */
  camps: Camp[]
  /** Group-informed consensus on each cell, the highest first. */
  consensus: { cell: string; value: number }[]
  placed: Placed[]
}

/** Camps among these votes, after Polis, where they pass every test. The same votes give the same camps, in whatever order they come. */
export function findCamps(all: VoteMatrix): Camps {
  const matrix = rowsAt(all, membersIn(all))
  const points = matrix.members.length < fewestMembers ? [] : pointsOf(matrix, steps.many)
  const found = points.length === 0 ? undefined : bestPartition(points)
  const checks = checksOf(matrix, found)
  const facts = {
    checks,
    members: matrix.members.length,
    votes: matrix.values.reduce<number>((sum, value) => sum + (value === missing ? 0 : 1), 0),
    cells: matrix.cells,
  }
  if (!found || checks.some(({ passed }) => !passed))
    return { status: 'none', ...facts, camps: [], consensus: [], placed: [] }
  return { status: 'ok', ...facts, ...described(matrix, points, found) }
}

function described(matrix: VoteMatrix, points: readonly Point[], { k, of }: Partition) {
  const counts = countsOf(matrix, of, k)
  const camps = counts.map((own, camp) => ({
    size: of.filter((one) => one === camp).length,
    counts: own,
    represents: representsOf(
      matrix.cells,
      own,
      counts.filter((_, other) => other !== camp),
    ),
  }))
  const consensus = matrix.cells
    .map((cell, i) => ({ cell, value: groupConsensus(counts.map((group) => group[i] as GroupCounts)) }))
    .sort((a, b) => b.value - a.value || (a.cell < b.cell ? -1 : 1))
  const placed = matrix.members.map((member, i) => {
    const { x, y } = points[i] as Point
    return { member, x, y, camp: of[i] as number }
  })
  return { camps, consensus, placed }
}

/** How each of k groups voted on each cell. */
export function countsOf(matrix: VoteMatrix, of: readonly number[], k: number): GroupCounts[][] {
  const groups = Array.from({ length: k }, () => matrix.cells.map(() => ({ agree: 0, disagree: 0, seen: 0 })))
  matrix.values.forEach((value, at) => {
    if (value === missing) return
    const group = groups[of[Math.floor(at / matrix.cells.length)] as number]
    const counts = group?.[at % matrix.cells.length]
    if (!counts) return
    counts.seen++
    if (value === 1) counts.agree++
    if (value === -1) counts.disagree++
  })
  return groups
}

export const sumOf = (groups: readonly GroupCounts[]): GroupCounts =>
  groups.reduce(
    (sum, { agree, disagree, seen }) => ({
      agree: sum.agree + agree,
      disagree: sum.disagree + disagree,
      seen: sum.seen + seen,
    }),
    { agree: 0, disagree: 0, seen: 0 },
  )

function representsOf(cells: readonly string[], own: readonly GroupCounts[], others: readonly GroupCounts[][]) {
  return cells
    .flatMap((cell, i) => {
      const stands = representing(own[i] as GroupCounts, sumOf(others.map((group) => group[i] as GroupCounts)))
      return stands ? [{ cell, ...stands }] : []
    })
    .sort((a, b) => b.metric - a.metric || (a.cell < b.cell ? -1 : 1))
}
