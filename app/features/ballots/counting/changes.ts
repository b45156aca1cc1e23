import type { BallotVerdict } from '../ballot.ts'

/** A ballot, or a handle vote, as it stands. */
export interface StandingVote {
  memberId: string
  standpointId: string
  /** Of the standpoint on its claim. */
  position: number
  /** '' where a handle vote says none of these. */
  framingId: string
  said: BallotVerdict | 'handles'
}

export interface CellChange extends Record<StandingVote['said'], number> {
  standpointId: string
  framingId: string
}

export interface PatternChange {
  framingId: string
  pattern: number
  members: number
}

export interface Changes {
  cells: CellChange[]
  patterns: PatternChange[]
  /** How many votes more each member has. */
  votes: Map<string, number>
}

const codeOf: Record<StandingVote['said'], number> = { unsure: 0, handles: 0, fits: 1, partly: 2, misfits: 3 }

/** What the counters change by when these votes stand instead of those, in the order of the counters' keys. */
export function changesBetween(before: readonly StandingVote[], after: readonly StandingVote[]): Changes {
  const votes = new Map<string, number>()
  for (const { memberId } of before) votes.set(memberId, (votes.get(memberId) ?? 0) - 1)
  for (const { memberId } of after) votes.set(memberId, (votes.get(memberId) ?? 0) + 1)
  return { cells: cellChanges(before, after), patterns: patternChanges(before, after), votes }
}

function cellChanges(before: readonly StandingVote[], after: readonly StandingVote[]): CellChange[] {
  const cells = new Map<string, CellChange>()
  const add = ({ standpointId, framingId, said }: StandingVote, by: 1 | -1) => {
    const key = `${standpointId} ${framingId}`
    const cell = cells.get(key) ?? { standpointId, framingId, fits: 0, partly: 0, misfits: 0, unsure: 0, handles: 0 }
    cell[said] += by
    cells.set(key, cell)
  }
  for (const vote of before) add(vote, -1)
  for (const vote of after) add(vote, 1)
  return inOrder(cells).filter((cell) => Object.values(cell).some((value) => typeof value === 'number' && value !== 0))
}

function patternChanges(before: readonly StandingVote[], after: readonly StandingVote[]): PatternChange[] {
  const changes = new Map<string, PatternChange>()
  const add = (votes: readonly StandingVote[], by: 1 | -1) => {
    for (const { framingId, pattern } of patternsOf(votes)) {
      const key = `${framingId} ${pattern}`
      const change = changes.get(key) ?? { framingId, pattern, members: 0 }
      change.members += by
      changes.set(key, change)
    }
  }
  add(before, -1)
  add(after, 1)
  return inOrder(changes).filter(({ members }) => members !== 0)
}

/** How each member judges each framing from all standpoints: two bits a standpoint. Who is unsure of all has none. */
function patternsOf(votes: readonly StandingVote[]) {
  const patterns = new Map<string, { framingId: string; pattern: number }>()
  for (const { memberId, framingId, position, said } of votes) {
    if (codeOf[said] === 0) continue
    const key = `${memberId} ${framingId}`
    const judged = patterns.get(key) ?? { framingId, pattern: 0 }
    judged.pattern += codeOf[said] * 4 ** position
    patterns.set(key, judged)
  }
  return [...patterns.values()]
}

/** Rows that many transactions count in are taken by all in one order, so that none waits for another in a circle. */
function inOrder<T>(changes: Map<string, T>): T[] {
  return [...changes.keys()].sort().map((key) => changes.get(key) as T)
}
