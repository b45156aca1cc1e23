import { seenFrom, verdictWords } from '#app/features/ballots/tally-words.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import type { Check } from '../camps/checks.ts'
import { likelihood } from '../camps/representative.ts'
import type { CampCell, CellPlace, PublicCamp, RepresentativeCell } from '../runs/run.ts'

/** A, B, C: a camp has no name of its own. */
export const letterOf = (camp: Pick<PublicCamp, 'id'>) => String.fromCharCode(65 + camp.id)

/** Two digits behind the point, or three where less than a hundredth. */
const figure = (value: number) => value.toFixed(value < 0.01 ? 3 : 2)

const checkSentences: Record<Check['name'], (check: Check) => string> = {
  members: ({ value, bound }) => `${value} members have voted enough; at least ${bound} are asked for.`,
  size: ({ value, bound }) => `The smallest camp has ${value} members; at least ${bound} are asked for.`,
  chance: ({ value, bound }) =>
    `Of 199 times that the ballots were shuffled within each cell, ${Math.round(value * 200) - 1} lay as much along one line as the real ones (p = ${figure(value)}; at most ${bound} is asked for).`,
  stability: ({ value, bound }) =>
    `With members drawn anew 100 times, the same camps came back to ${figure(value)} (median adjusted Rand index; at least ${bound} is asked for).`,
}

export const checkWords = (check: Check) => checkSentences[check.name](check)

/** “goal guarding”, seen from Intent_1 */
export function cellName(claim: Claim, { standpointId, framingId }: CellPlace): string {
  const framing = claim.framings.find(({ id }) => id === framingId)
  const at = claim.standpoints.findIndex(({ id }) => id === standpointId)
  const from = at > 0 ? `, ${seenFrom(claim.standpoints[at]?.name ?? '')}` : ''
  return claim.kind === 'case' ? `“${framing?.name ?? ''}”${from}` : `that it holds${from}`
}

export const isOf = (claim: Claim, { standpointId, framingId }: CellPlace) =>
  claim.framings.some(({ id }) => id === framingId) && claim.standpoints.some(({ id }) => id === standpointId)

/** "fits: 11 of 12, elsewhere 3 of 14" */
export function representsWords(claim: Claim, cell: RepresentativeCell): string {
  const word = verdictWords[claim.kind][cell.side === 'agree' ? 'fits' : 'misfits']
  return `${word}: ${cell[cell.side]} of ${cell.seen}, in the other camps ${cell.others[cell.side]} of ${cell.others.seen}`
}

export interface Shared extends CellPlace {
  side: 'agree' | 'disagree'
  /** How likely the camp least of this mind is to say so. */
  least: number
}

const sharedFrom = 0.6

/** What every camp says, by 60 % or more each, the surest first. */
export function sharedBy(camps: readonly PublicCamp[]): Shared[] {
  const cells = camps[0]?.cells ?? []
  return cells
    .flatMap(({ standpointId, framingId }) => {
      const each = camps.map(({ cells: own }) =>
        own.find((cell) => cell.standpointId === standpointId && cell.framingId === framingId),
      )
      const leastOf = (side: Shared['side']) =>
        Math.min(...each.map((cell) => (cell ? likelihood(cell[side], cell.seen) : 0)))
      return (['agree', 'disagree'] as const)
        .map((side) => ({ standpointId, framingId, side, least: leastOf(side) }))
        .filter(({ least }) => least >= sharedFrom)
    })
    .sort((a, b) => b.least - a.least)
}

/** "9 of 12 fit, 2 misfit" */
export function campCellWords(claim: Claim, cell: CampCell | undefined): string {
  if (!cell || cell.seen === 0) return 'nobody'
  const [yes, no] = claim.kind === 'case' ? ['fit', 'misfit'] : ['yes', 'no']
  return `${cell.agree} of ${cell.seen} ${yes}, ${cell.disagree} ${no}`
}
