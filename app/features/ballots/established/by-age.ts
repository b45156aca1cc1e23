import { dayMs } from '#app/lib/clock.ts'
import type { BallotVerdict } from '../ballot.ts'
import { type CellCounts, type CellTally, cellTally, keyOf, noCounts } from '../tally.ts'

/** An account is young for as long as nobody's standing can have grown. */
export const youngMs = 7 * dayMs
export const youngDays = youngMs / dayMs
/** After a site began everybody is young for so long, and nobody's votes are set apart for it. */
export const beginningMs = 30 * dayMs
/** So many young and so many others must have voted in a place, or the difference would tell what one of them said. As few as a camp may have. */
export const fewest = 5

/** Whether there can be anything to compare. */
export const mayCompare = (voters: number) => voters >= 2 * fewest

/** So many say so in a cell; the framing '' counts "none of these". */
export interface CountByAge {
  standpointId: string
  framingId: string
  said: BallotVerdict | 'handles'
  /** Of all. */
  count: number
  /** Of those whose account was young when they said it. */
  young: number
}

/** A cell with everybody's ballots, and without those of young accounts. */
export interface ComparedCell {
  all: CellTally
  established: CellTally
  /** So many ballots were left out, also of the unsure. */
  leftOut: number
}

/** The names that members would use from one standpoint. */
export interface ComparedNames {
  standpointId: string
  leftOut: number
  /** The framing '' stands for "none of these". */
  names: { framingId: string; all: number; established: number }[]
}

/** How many, of whom so many young, voted in a place. */
interface Group {
  count: number
  young: number
}

const sum = (groups: readonly Group[]): Group => ({
  count: groups.reduce((all, { count }) => all + count, 0),
  young: groups.reduce((all, { young }) => all + young, 0),
})

const isTelling = ({ count, young }: Group) => young >= fewest && count - young >= fewest

function cellsByAge(counts: readonly CountByAge[]): ComparedCell[] {
  const ballots = counts.filter(({ said }) => said !== 'handles')
  const cells = [...Map.groupBy(ballots, (one) => keyOf(one.standpointId, one.framingId)).values()]
  return cells
    .filter((own) => isTelling(sum(own)))
    .map((own) => ({
      all: tallyOfSome(own, ({ count }) => count),
      established: tallyOfSome(own, ({ count, young }) => count - young),
      leftOut: sum(own).young,
    }))
}

function tallyOfSome(own: readonly CountByAge[], of: (one: CountByAge) => number): CellTally {
  const { standpointId, framingId } = own[0] as CountByAge
  const counts: CellCounts = noCounts(standpointId, framingId)
  for (const one of own) counts[one.said] += of(one)
  return cellTally(counts)
}

/** What may be told: where enough on both sides voted. */
export function comparable(counts: readonly CountByAge[]): { cells: ComparedCell[]; names: ComparedNames[] } {
  const said = Map.groupBy(
    counts.filter((one) => one.said === 'handles'),
    (one) => one.standpointId,
  )
  const names = [...said].filter(([, own]) => isTelling(sum(own)))
  return { cells: cellsByAge(counts), names: names.map(([standpointId, own]) => namesOf(standpointId, own)) }
}

function namesOf(standpointId: string, own: readonly CountByAge[]): ComparedNames {
  const names = own.map(({ framingId, count, young }) => ({ framingId, all: count, established: count - young }))
  return { standpointId, leftOut: sum(own).young, names: names.sort((a, b) => b.all - a.all) }
}
