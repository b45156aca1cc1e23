import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
import { type CellCounts, keyOf, noCounts, type Pattern, type Standing } from '#app/features/ballots/tally.ts'

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
    patterns: patternsOf(standpointIds, cast),
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

/** One pattern a member and framing; equal ones need not be put together. */
function patternsOf(standpointIds: readonly string[], cast: readonly BallotEvent[]): Pattern[] {
  const patterns = new Map<string, { framingId: string; verdicts: Pattern['verdicts'][number][]; count: number }>()
  for (const { memberId, standpointId, framingId, verdict } of cast) {
    const key = `${memberId} ${framingId}`
    const pattern = patterns.get(key) ?? { framingId, verdicts: standpointIds.map(() => null), count: 1 }
    pattern.verdicts[standpointIds.indexOf(standpointId)] = verdict === 'unsure' ? null : verdict
    patterns.set(key, pattern)
  }
  return [...patterns.values()]
}
