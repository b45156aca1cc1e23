/** 1 agrees (fits), −1 disagrees (misfits), 0 seen without taking a side (partly, unsure, passed). */
export type Value = -1 | 0 | 1

export interface CellVote {
  member: string
  cell: string
  value: Value
}

/** Members × cells, row by row. Its order hangs on what was voted alone, so that whoever reads the same votes in another order sees the same camps. */
export interface VoteMatrix {
  members: readonly string[]
  cells: readonly string[]
  values: Int8Array
}

/** What stands in a matrix where a member did not vote. */
export const missing = 2

/** More would cost time that grows with their square; the ones with the most votes are kept. */
const mostCells = 400

/** The matrix of these votes; a later vote of a member on a cell counts instead of an earlier one. */
export function matrixOf(votes: Iterable<CellVote>): VoteMatrix {
  const rows = new Map<string, Map<string, Value>>()
  for (const { member, cell, value } of votes) {
    const row = rows.get(member)
    if (row) row.set(cell, value)
    else rows.set(member, new Map([[cell, value]]))
  }
  const cells = mostVoted(rows)
  const ordered = [...rows]
    .map(([member, row]) => ({ member, values: Int8Array.from(cells, (cell) => row.get(cell) ?? missing) }))
    .sort((a, b) => compareRows(a.values, b.values) || compare(a.member, b.member))
  const values = new Int8Array(ordered.length * cells.length)
  for (const [i, row] of ordered.entries()) values.set(row.values, i * cells.length)
  return { members: ordered.map(({ member }) => member), cells, values }
}

function mostVoted(rows: Map<string, Map<string, Value>>): string[] {
  const votes = new Map<string, number>()
  for (const row of rows.values()) for (const cell of row.keys()) votes.set(cell, (votes.get(cell) ?? 0) + 1)
  const byVotes = [...votes].sort(([a, n], [b, m]) => m - n || compare(a, b))
  return byVotes
    .slice(0, mostCells)
    .map(([cell]) => cell)
    .sort(compare)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function compareRows(a: Int8Array, b: Int8Array): number {
  const at = a.findIndex((value, i) => value !== b[i])
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number)
}

export const rowOf = ({ values, cells }: VoteMatrix, member: number) =>
  values.subarray(member * cells.length, (member + 1) * cells.length)

export const votesOf = (matrix: VoteMatrix, member: number) =>
  rowOf(matrix, member).reduce<number>((votes, value) => votes + (value === missing ? 0 : 1), 0)

/** These members' rows, in this order; a member may stand in it more than once. */
export function rowsAt(matrix: VoteMatrix, members: readonly number[]): VoteMatrix {
  const values = new Int8Array(members.length * matrix.cells.length)
  for (const [i, member] of members.entries()) values.set(rowOf(matrix, member), i * matrix.cells.length)
  return { members: members.map((member) => matrix.members[member] as string), cells: matrix.cells, values }
}

const enoughVotes = 7
export const fewestMembers = 15

/** Who is in: with at least min(7, cells) votes; where that leaves fewer than 15, topped up by number of votes. */
export function membersIn(matrix: VoteMatrix): number[] {
  const votes = matrix.members.map((_, member) => votesOf(matrix, member))
  const all = votes.map((_, member) => member)
  const enough = Math.min(enoughVotes, matrix.cells.length)
  const within = all.filter((member) => (votes[member] as number) >= enough)
  if (within.length >= fewestMembers) return within
  const byVotes = all.toSorted((a, b) => (votes[b] as number) - (votes[a] as number) || a - b)
  return byVotes.slice(0, fewestMembers).sort((a, b) => a - b)
}
