import type { Claim } from '#app/features/claims/claim.ts'
import type { CellValue } from '#app/lib/csv.ts'
import type { CellDays } from '../over-time/days.ts'
import type { CellTally, Tally } from '../tally.ts'

type Line = readonly CellValue[]

const place = ['framing', 'framing_id', 'standpoint', 'standpoint_id']
const counts = ['fits', 'partly', 'misfits', 'unsure', 'n', 'share', 'low', 'high', 'split', 'state', 'handles']

/** Every number of a claim's plot, a cell a line; "none of these" has handle votes only. */
export function tallyLines(claim: Claim, { cells, noneOfThese, opposed, standpointEffect }: Tally): Line[] {
  const effectOf = (framingId: string) => standpointEffect.find((effect) => effect.framingId === framingId)
  const lines = cells.map((cell) => {
    const own = opposed.find((one) => one.framingId === cell.framingId && one.standpointId === cell.standpointId)
    const effect = effectOf(cell.framingId)
    const isTo = effect?.to === cell.standpointId && 'effect' in effect
    const moved = isTo
      ? [effect.from, effect.effect, effect.low, effect.high, effect.n]
      : [null, null, null, null, null]
    return [...placeOf(claim, cell), ...countsOf(cell), own?.value ?? null, own?.n ?? null, ...moved]
  })
  const effects = ['effect_from', 'effect', 'effect_low', 'effect_high', 'effect_n']
  const names = [...place, ...counts, 'opposed', 'opposed_n', ...effects]
  const none = noneOfThese.map(({ standpointId, handles }) => [
    ...placeOf(claim, { framingId: '', standpointId }),
    ...counts.slice(1).map(() => null),
    handles,
    ...names.slice(place.length + counts.length).map(() => null),
  ])
  return [names, ...lines, ...none]
}

/** How every cell stood at the end of each day in which it changed. */
export function daysLines(claim: Claim, cells: readonly CellDays[]): Line[] {
  const lines = cells.flatMap((cell) =>
    cell.days.map((day) => [day.day, ...placeOf(claim, cell), ...countsOf(day)] as const),
  )
  return [['day', ...place, ...counts], ...lines]
}

function placeOf(
  { framings, standpoints }: Claim,
  { framingId, standpointId }: { framingId: string; standpointId: string },
) {
  const framing = framingId === '' ? 'none of these' : framings.find(({ id }) => id === framingId)?.name
  return [framing ?? null, framingId, standpoints.find(({ id }) => id === standpointId)?.name ?? null, standpointId]
}

function countsOf({ fits, partly, misfits, unsure, n, share, low, high, split, state, handles }: CellTally): Line {
  return [fits, partly, misfits, unsure, n, share, low, high, split, state, handles]
}
