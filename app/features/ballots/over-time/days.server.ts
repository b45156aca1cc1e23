import { dayMs, dayNumber, dayOf, now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { type Departure, departuresFrom } from '../departing/departures.server.ts'
import { selectTallyDays } from './days.queries.server.ts'
import { type CellDays, daysFrom } from './days.ts'

interface Wanted {
  framingIds?: readonly string[]
  standpointId?: string
}

export interface OverTime {
  /** The last day that is over, UTC. Today is not among the days: its tally is the one that stands. */
  through: string
  cells: CellDays[]
  /** What left with accounts that were removed. */
  departures: Departure[]
}

/** How the cells of a claim stood at the end of every day that is over. The framing '' counts "none of these". */
export async function overTime(db: Db, claimId: string, wanted: Wanted = {}): Promise<OverTime> {
  const today = dayNumber(now())
  const through = dayOf((today - 1) * dayMs)
  if (wanted.framingIds?.length === 0) return { through, cells: [], departures: [] }
  const rows = await selectTallyDays(db, claimId, { ...wanted, before: today })
  const steps = rows.map(({ claim_id: _, standpoint_id, framing_id, ...step }) => ({
    standpointId: standpoint_id,
    framingId: framing_id,
    ...step,
  }))
  return { through, cells: daysFrom(steps), departures: await departuresFrom(db, claimId) }
}

/** Framings whose days a claim's page draws; those of the others are in the files. */
const mostShown = 12

/** As a claim's page shows it, of the framings in its first rows. */
export function overTimeShown(db: Db, claimId: string, framings: readonly { id: string }[]): Promise<OverTime> {
  return overTime(db, claimId, { framingIds: framings.slice(0, mostShown).map(({ id }) => id) })
}
