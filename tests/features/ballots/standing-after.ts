import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
import {
  type CellCounts,
  type JudgedEverywhere,
  type JudgedPair,
  keyOf,
  noCounts,
  type Standing,
} from '#app/features/ballots/tally.ts'

export interface BallotEvent {
  memberId: string
  standpointId: string
  framingId: string
  /** Null: taken back. */
  verdict: BallotVerdict | null
  at: number
}

export interface HandleEvent {
  memberId: string
  standpointId: string
  /** Null: none of these. */
  framingId: string | null
  isWithdrawn: boolean
  at: number
}

/** What the counters are held against: what stood after these events, however they are ordered: the latest of each member and cell counts. */
export function standingAfter(
  standpointIds: readonly string[],
  ballots: readonly BallotEvent[],
  handles: readonly HandleEvent[],
): Standing {
  const cast = latest(ballots, (e) => `${e.memberId} ${keyOf(e.standpointId, e.framingId)}`).filter((e) => e.verdict)
  const said = latest(handles, (e) => `${e.memberId} ${e.standpointId}`).filter((e) => !e.isWithdrawn)
  return {
    voters: new Set([...cast, ...said].map((event) => event.memberId)).size,
    cells: countsOf(cast, said),
    ...together(standpointIds, cast),
  }
}

function latest<E extends { at: number }>(events: readonly E[], keyOfEvent: (event: E) => string): E[] {
  const last = new Map<string, E>()
  for (const event of events) {
    const known = last.get(keyOfEvent(event))
    if (!known || event.at > known.at) last.set(keyOfEvent(event), event)
  }
  return [...last.values()]
}

function countsOf(cast: readonly BallotEvent[], said: readonly HandleEvent[]): CellCounts[] {
  const cells = new Map<string, CellCounts>()
  const cellAt = (standpointId: string, framingId: string) => {
    const key = keyOf(standpointId, framingId)
    const cell = cells.get(key) ?? noCounts(standpointId, framingId)
    cells.set(key, cell)
    return cell
  }
  for (const event of cast) cellAt(event.standpointId, event.framingId)[event.verdict as BallotVerdict]++
  for (const event of said) cellAt(event.standpointId, event.framingId ?? '').handles++
  return [...cells.values()]
}

type Judged = 'fits' | 'partly' | 'misfits'

/** A row for each member's pair or verdict; equal ones need not be put together. */
function together(standpointIds: readonly string[], cast: readonly BallotEvent[]) {
  const sure = cast.filter((event): event is BallotEvent & { verdict: Judged } => event.verdict !== 'unsure')
  const [pairs, everywhere]: [JudgedPair[], JudgedEverywhere[]] = [[], []]
  for (const own of Map.groupBy(sure, (event) => `${event.memberId} ${event.framingId}`).values()) {
    const { framingId } = own[0] as BallotEvent
    const at = standpointIds.map((id) => own.find((event) => event.standpointId === id)?.verdict)
    for (const [i, j] of placesTold(standpointIds.length)) {
      const [one, other] = [at[i], at[j]]
      if (one && other) pairs.push({ framingId, places: [i, j], verdicts: [one, other], members: 1 })
    }
    if (own.length < standpointIds.length) continue
    for (const { standpointId, verdict } of own)
      everywhere.push({ framingId, standpointId, fits: 0, partly: 0, misfits: 0, [verdict]: 1 })
  }
  return { pairs, everywhere: summed(everywhere) }
}

const placesTold = (standpoints: number): [number, number][] => [
  ...Array.from({ length: standpoints - 1 }, (_, i): [number, number] => [0, i + 1]),
  [1, 2],
]

function summed(rows: readonly JudgedEverywhere[]): JudgedEverywhere[] {
  const cells = Map.groupBy(rows, ({ standpointId, framingId }) => keyOf(standpointId, framingId))
  return [...cells.values()].map((own) => ({
    ...(own[0] as JudgedEverywhere),
    fits: own.reduce((sum, { fits }) => sum + fits, 0),
    partly: own.reduce((sum, { partly }) => sum + partly, 0),
    misfits: own.reduce((sum, { misfits }) => sum + misfits, 0),
  }))
}
