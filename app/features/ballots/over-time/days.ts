import { dayMs, dayOf } from '#app/lib/clock.ts'
import { type CellCounts, type CellTally, cellTally, keyOf } from '../tally.ts'

/** By how much a cell's counts changed in a day, in days since 1970. */
export interface CellStep extends CellCounts {
  day: number
}

/** A cell as it stood at the end of a UTC day. */
export interface CellDay extends CellTally {
  /** `2026-11-21` */
  day: string
}

export interface CellDays {
  standpointId: string
  framingId: string
  /** The days in which something changed, in their order; in between it stood as before. */
  days: CellDay[]
}

const counts = ['fits', 'partly', 'misfits', 'unsure', 'handles'] as const

/** What stood at the end of each day, cell by cell, from what changed in it. */
export function daysFrom(steps: readonly CellStep[]): CellDays[] {
  const cells = Map.groupBy(steps, (step) => keyOf(step.standpointId, step.framingId))
  return [...cells.values()].map((own) => {
    const { standpointId, framingId } = own[0] as CellStep
    return { standpointId, framingId, days: summedUp(own.toSorted((a, b) => a.day - b.day)) }
  })
}

function summedUp(steps: readonly CellStep[]): CellDay[] {
  const days: CellDay[] = []
  let before = { fits: 0, partly: 0, misfits: 0, unsure: 0, handles: 0 }
  for (const { day, standpointId, framingId, ...more } of steps) {
    const after = { ...before }
    for (const count of counts) after[count] += more[count]
    if (counts.some((count) => after[count] !== before[count]))
      days.push({ day: dayOf(day * dayMs), ...cellTally({ standpointId, framingId, ...after }) })
    before = after
  }
  return days
}

/** At most so many of the days, the first and the last among them. */
export function thinned(days: readonly CellDay[], most: number): CellDay[] {
  if (days.length <= most) return [...days]
  const at = (i: number) => days[Math.round((i * (days.length - 1)) / (most - 1))] as CellDay
  return Array.from({ length: most }, (_, i) => at(i))
}
