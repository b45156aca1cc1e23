import { seenFrom } from '#app/features/ballots/tally-words.ts'
import type { Claim } from '#app/features/claims/claim.ts'
import type { Reasons } from './rank.ts'
import type { ClaimSort } from './sort.ts'

/** Why a claim stands where it does in a list, in a sentence with its numbers; null where it has no reason there any more. */
export function reasonWords(claim: Claim, sort: Exclude<ClaimSort, 'newest'>, reasons: Reasons): string | null {
  if (sort === 'contested') return contestedWords(claim, reasons)
  if (sort === 'bound') return boundWords(claim, reasons)
  if (sort === 'agreed') return agreedWords(claim, reasons)
  return reasons.moved ? movedWords(reasons.moved.ballots) : null
}

const movedWords = (ballots: number) =>
  `${ballots === 1 ? '1 ballot' : `${ballots.toLocaleString('en')} ballots`} changed by something that was named.`

const framingOf = (claim: Claim, id: string) => claim.framings.find((framing) => framing.id === id)?.name ?? 'a framing'
const standpointOf = (claim: Claim, id: string) => claim.standpoints.find((one) => one.id === id)

function contestedWords(claim: Claim, { contested }: Reasons): string | null {
  if (!contested) return null
  const { framingId, fits, misfits, n } = contested
  const [yes, no] =
    claim.kind === 'case' ? [`“${framingOf(claim, framingId)}” fits`, 'misfits'] : ['it holds', 'does not']
  return `${fits} say that ${yes}, ${misfits} that it ${no}; ${n} judged.`
}

function boundWords(claim: Claim, { bound }: Reasons): string | null {
  if (!bound) return null
  const { framingId, from, to, effect, low, high, n } = bound
  const name = (id: string) => standpointOf(claim, id)?.name ?? ''
  const about = claim.kind === 'case' ? ` on “${framingOf(claim, framingId)}”` : ''
  return `From “${name(from)}” to “${name(to)}”, verdicts${about} move by ${signed(effect)} (${signed(low)} to ${signed(high)}; ${n} judged both).`
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

function agreedWords(claim: Claim, { agreed }: Reasons): string | null {
  if (!agreed) return null
  const standpoint = standpointOf(claim, agreed.standpointId)
  const from = standpoint && standpoint.position > 0 ? ` ${seenFrom(standpoint.name)}` : ''
  const said = claim.kind === 'case' ? `“${framingOf(claim, agreed.framingId)}” fits` : 'it holds'
  const camps = agreed.camps.map(({ agree, seen }) => `${agree} of ${seen}`)
  return `Every camp leans to say that ${said}${from}: ${camps.join(', ')}.`
}
