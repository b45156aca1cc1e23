import type { Claim, ClaimKind } from '#app/features/claims/claim.ts'
import { textIn } from '#app/lib/html-text.ts'
import { shortened, thousands } from '#app/lib/text.ts'
import type { Row } from '#app/ui/plots/standpoint-plot.tsx'
import type { BallotVerdict } from './ballot.ts'
import type { Crux, Opposed } from './opposition.ts'
import type { Effect } from './standpoint-effect.ts'
import type { CellCounts, CellTally, Tally } from './tally.ts'

/** What the verdicts are called on buttons: a proposition does not fit, it holds. */
export const verdictWords: Record<ClaimKind, Record<BallotVerdict, string>> = {
  case: { fits: 'fits', partly: 'partly', misfits: 'misfits', unsure: 'unsure' },
  proposition: { fits: 'it holds', partly: 'partly', misfits: 'it does not', unsure: 'unsure' },
}

const counting: Record<ClaimKind, [BallotVerdict, string][]> = {
  case: [
    ['fits', 'fit'],
    ['partly', 'partly'],
    ['misfits', 'misfit'],
    ['unsure', 'unsure'],
  ],
  proposition: [
    ['fits', 'yes'],
    ['partly', 'partly'],
    ['misfits', 'no'],
    ['unsure', 'unsure'],
  ],
}

/** What stands at the ends of a plot. */
export const axisEnds = { case: ['misfits', 'fits'], proposition: ['does not hold', 'holds'] } as const

/** "7 fit, 2 partly, 6 misfit"; what nobody said is left out. */
export function countsWords(counts: CellCounts, kind: ClaimKind): string {
  const said = counting[kind].filter(([verdict]) => counts[verdict] > 0)
  return said.map(([verdict, words]) => `${counts[verdict]} ${words}`).join(', ') || 'nobody yet'
}

const sides = { case: ['fits', 'does not fit'], proposition: ['holds', 'does not hold'] } as const

/** Whether a cell is contested, and where it is settled, on which side. */
export function stateWords({ state, share }: CellTally, kind: ClaimKind): string {
  if (state === 'settled') return `settled: ${sides[kind][(share ?? 0) > 0.5 ? 0 : 1]}`
  return state === 'contested' ? 'contested' : 'open: too few, or leaning'
}

export function cellsOf(tally: Tally, framingId: string): CellTally[] {
  return tally.cells.filter((cell) => cell.framingId === framingId)
}

/** The rows of the signature plot. */
export function rowsOf(claim: Claim, tally: Tally): Row[] {
  return claim.framings.map((framing) => ({
    id: framing.id,
    name: framing.name,
    hue: framing.hue,
    dots: cellsOf(tally, framing.id).map((cell, mark) => ({
      standpoint: claim.standpoints[mark]?.name ?? '',
      mark,
      share: cell.share,
      low: cell.low,
      high: cell.high,
      n: cell.n,
      counts: countsWords(cell, claim.kind),
    })),
  }))
}

/** "relative to Intent_1" and "supposing …" stand in a sentence as they are; other standpoints are seen from. */
export function seenFrom(name: string): string {
  return /^(relative|supposing|given|assuming|seen|from)\b/i.test(name) ? name : `seen from “${name}”`
}

const inHundred = (value: number) => Math.round(value * 100)
const fewest = 5

/** "Of the 14 who judged from every standpoint, two picked at random contradict each other 42 times in 100 overall, 9 relative to Intent_1 …"; nothing while fewer than five did. */
export function oppositionWords(claim: Claim, framingId: string, opposed: readonly Opposed[]): string | null {
  const own = opposed.filter((one) => one.framingId === framingId)
  const [overall, ...others] = own.map(({ value }, i) => ({ value, name: claim.standpoints[i]?.name ?? '' }))
  if (overall?.value == null || (own[0]?.n ?? 0) < fewest) return null
  const rest = others.map(({ value, name }) => `, ${inHundred(value ?? 0)} ${seenFrom(name)}`).join('')
  const who = `Of the ${own[0]?.n} who judged ${others.length > 0 ? 'from every standpoint' : 'it'}`
  return `${who}, two picked at random contradict each other ${times(overall.value)} in 100 overall${rest}.`
}

export function times(value: number): string {
  const n = inHundred(value)
  return n === 1 ? '1 time' : `${n} times`
}

/** "From … to …, verdicts move by +0.46 (+0.21 to +0.68; 12 members judged both)."; nothing while too few judged both. */
export function effectWords(claim: Claim, effect: Effect | undefined): string | null {
  if (!effect || 'tooFew' in effect) return null
  const name = (id: string) => claim.standpoints.find((standpoint) => standpoint.id === id)?.name ?? ''
  const moves = `verdicts move by ${signed(effect.effect)} (${signed(effect.low)} to ${signed(effect.high)}; ${effect.n} members judged both)`
  return `From “${name(effect.from)}” to “${name(effect.to)}”, ${moves}.`
}

function signed(value: number): string {
  const rounded = Math.abs(value).toFixed(2)
  return rounded === '0.00' ? '0' : `${value < 0 ? '−' : '+'}${rounded}`
}

/** What makes a proposition a crux, in words. */
export function cruxWords({ overall, supposing, n }: Crux): string {
  return `Supposing it, two members picked at random contradict each other ${times(supposing)} in 100 instead of ${inHundred(overall)} (over ${n} who judged both ways).`
}

/** Where people stand, in a sentence or two for whoever has not opened the page: the three framings that most have judged. */
export function standingWords(claim: Claim, tally: Tally): string {
  const first = claim.standpoints[0]?.id
  const judged = tally.cells.filter((cell) => cell.standpointId === first && cell.n > 0)
  if (judged.length === 0) return `Nobody has voted yet. ${shortened(textIn(claim.contextHtml), 200)}`.trim()
  const most = judged.toSorted((a, b) => b.n - a.n).slice(0, 3)
  const nameOf = (id: string) => claim.framings.find((framing) => framing.id === id)?.name ?? ''
  const said = most.map((cell) => `“${nameOf(cell.framingId)}”: ${countsWords(cell, claim.kind)}`)
  return `${tally.voters === 1 ? '1 member has' : `${thousands(tally.voters)} members have`} voted. ${said.join('; ')}.`
}
