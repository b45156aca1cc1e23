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

/** Takes votes one after another, so that millions of them are never held as objects. */
export class VoteCollector {
  private members = new Map<string, number>()
  private columns = new Map<string, Int8Array>()

  /** A later vote of a member on a cell counts instead of an earlier one. */
  add(member: string, cell: string, value: Value) {
    const row = this.members.get(member) ?? this.members.size
    if (row === this.members.size) this.members.set(member, row)
    const known = this.columns.get(cell)
    const column = roomFor(row, known)
    if (column !== known) this.columns.set(cell, column)
    column[row] = value
  }

  matrix(): VoteMatrix {
    const kept = mostVoted(this.columns)
    const cells = kept.map(([cell]) => cell)
    const ordered = [...this.members]
      .map(([member, row]) => ({ member, values: Int8Array.from(kept, ([, column]) => column[row] ?? missing) }))
      .sort((a, b) => compareRows(a.values, b.values) || compare(a.member, b.member))
    const values = new Int8Array(ordered.length * cells.length)
    for (const [i, row] of ordered.entries()) values.set(row.values, i * cells.length)
    return { members: ordered.map(({ member }) => member), cells, values }
  }
}

function roomFor(row: number, column: Int8Array = new Int8Array(16).fill(missing)): Int8Array {
  if (row < column.length) return column
  const longer = new Int8Array(Math.max(row + 1, 2 * column.length)).fill(missing)
  longer.set(column)
  return longer
}

export function matrixOf(votes: Iterable<CellVote>): VoteMatrix {
  const collector = new VoteCollector()
  for (const { member, cell, value } of votes) collector.add(member, cell, value)
  return collector.matrix()
}

/** In one order, whatever order they came in. */
function mostVoted(columns: Map<string, Int8Array>): [string, Int8Array][] {
  const votes = new Map(
    [...columns].map(([cell, column]) => [cell, column.filter((value) => value !== missing).length]),
  )
  return [...columns]
    .sort(([a], [b]) => (votes.get(b) ?? 0) - (votes.get(a) ?? 0) || compare(a, b))
    .slice(0, mostCells)
    .sort(([a], [b]) => compare(a, b))
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
