import type { BallotVerdict, Judged } from '../ballot.ts'

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

/** So many members more judge a framing so from one place and so from another. */
export interface PairChange {
  framingId: string
  places: readonly [number, number]
  verdicts: readonly [Judged, Judged]
  members: number
}

/** By how much it changes how those who judge a framing from just the first so many standpoints judge it from one of them. */
export interface EverywhereChange extends Record<Judged, number> {
  framingId: string
  standpoints: number
  standpointId: string
}

export interface Changes {
  cells: CellChange[]
  pairs: PairChange[]
  everywhere: EverywhereChange[]
  /** How many votes more each member has. */
  votes: Map<string, number>
}

/** What the counters change by when these votes stand instead of those, in the order of the counters' keys. */
export function changesBetween(before: readonly StandingVote[], after: readonly StandingVote[]): Changes {
  const votes = new Map<string, number>()
  for (const { memberId } of before) votes.set(memberId, (votes.get(memberId) ?? 0) - 1)
  for (const { memberId } of after) votes.set(memberId, (votes.get(memberId) ?? 0) + 1)
  const [was, is] = [judgementsOf(before), judgementsOf(after)]
  return {
    cells: cellChanges(before, after),
    pairs: pairChanges(was, is),
    everywhere: everywhereChanges(was, is),
    votes,
  }
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

type Judgement = StandingVote & { said: Judged }

/** How each member judges each framing, from the first standpoint to the last that they judge it from. */
function judgementsOf(votes: readonly StandingVote[]): Judgement[][] {
  const judged = votes.filter((vote): vote is Judgement => vote.said !== 'unsure' && vote.said !== 'handles')
  const byFraming = Map.groupBy(judged, ({ memberId, framingId }) => `${memberId} ${framingId}`)
  return [...byFraming.values()].map((own) => own.toSorted((a, b) => a.position - b.position))
}

function pairChanges(before: readonly Judgement[][], after: readonly Judgement[][]): PairChange[] {
  const changes = new Map<string, PairChange>()
  const add = (one: Judgement, other: Judgement, by: 1 | -1) => {
    const { framingId } = one
    const [places, verdicts] = [[one.position, other.position] as const, [one.said, other.said] as const]
    const key = [...places, framingId, ...verdicts].join(' ')
    const change = changes.get(key) ?? { framingId, places, verdicts, members: 0 }
    change.members += by
    changes.set(key, change)
  }
  for (const [one, other] of before.flatMap(pairsOf)) add(one, other, -1)
  for (const [one, other] of after.flatMap(pairsOf)) add(one, other, 1)
  return inOrder(changes).filter(({ members }) => members !== 0)
}

/** All things considered with everything else, and the two standpoints named first with each other: what tallies tell of. */
function pairsOf(judged: readonly Judgement[]): [Judgement, Judgement][] {
  return judged.flatMap((one, i) =>
    judged
      .slice(i + 1)
      .filter((other) => one.position === 0 || (one.position === 1 && other.position === 2))
      .map((other): [Judgement, Judgement] => [one, other]),
  )
}

function everywhereChanges(before: readonly Judgement[][], after: readonly Judgement[][]): EverywhereChange[] {
  const changes = new Map<string, EverywhereChange>()
  const add = (judged: readonly Judgement[], by: 1 | -1) => {
    const standpoints = judged.length
    for (const { framingId, standpointId, said } of judged) {
      const key = `${standpoints} ${framingId} ${standpointId}`
      const change = changes.get(key) ?? { framingId, standpoints, standpointId, fits: 0, partly: 0, misfits: 0 }
      change[said] += by
      changes.set(key, change)
    }
  }
  for (const judged of before) if (isFromFirst(judged)) add(judged, -1)
  for (const judged of after) if (isFromFirst(judged)) add(judged, 1)
  return inOrder(changes).filter(({ fits, partly, misfits }) => fits !== 0 || partly !== 0 || misfits !== 0)
}

/** Judged from the first standpoint on without a gap. Whether those are all of the claim's is for the reader to say: one may be added. */
const isFromFirst = (judged: readonly Judgement[]) => judged.every(({ position }, i) => position === i)

/** Rows that many transactions count in are taken by all in one order, so that none waits for another in a circle. */
function inOrder<T>(changes: Map<string, T>): T[] {
  return [...changes.keys()].sort().map((key) => changes.get(key) as T)
}
