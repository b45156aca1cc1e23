import * as v from 'valibot'
import { id, optional, required } from '#app/lib/validation.ts'
import { type Framing, FramingDraft } from './framing.ts'
import { type Standpoint, StandpointDraft } from './standpoint.ts'

/** A case is judged by framings, a proposition by the built-in one alone. */
export type ClaimKind = 'case' | 'proposition'

export const questions = ['what happened', 'what to call it', 'whether it is good', 'what will happen'] as const
export type Question = (typeof questions)[number]

/** Asked of what a model does rather than of one run: the same question. */
const alsoAsked = 'what happens'

export const Asks = v.pipe(
  v.picklist(['', ...questions, alsoAsked]),
  v.transform((asked) => (asked === alsoAsked ? 'what happened' : asked)),
)

export const statementLimit = 300
export const contextLimit = 10_000
export const settledByLimit = 2000
export const differsLimit = 300

const several = 'At most 60 at once.'

export const ClaimDraft = v.object({
  statement: required(statementLimit),
  context: optional(contextLimit),
  asks: v.optional(v.nullable(Asks, ''), ''),
  settledBy: optional(settledByLimit),
  variantOf: v.nullish(id),
  differs: optional(differsLimit),
  standpoints: v.optional(v.nullable(v.pipe(v.array(StandpointDraft), v.maxLength(60, several)), []), []),
  framings: v.optional(v.nullable(v.pipe(v.array(FramingDraft), v.maxLength(60, several)), []), []),
})

export type ClaimGiven = v.InferInput<typeof ClaimDraft>
export type ClaimWanted = v.InferOutput<typeof ClaimDraft>

/** What people contest. */
export interface Claim {
  id: string
  kind: ClaimKind
  statement: string
  /** Markdown. */
  context: string
  contextHtml: string
  asks: Question | ''
  settledBy: string
  /** The case that this one differs from by the line in `differs`. */
  variantOf: string | null
  differs: string
  version: number
  author: { id: string; handle: string }
  createdAt: number
  /** The first is "all things considered". */
  standpoints: Standpoint[]
  framings: Framing[]
}

/** Without framings, and not a variant that inherits them, it is a proposition. */
export function kindOf(draft: Pick<ClaimWanted, 'framings' | 'variantOf'>): ClaimKind {
  return draft.framings.length > 0 || draft.variantOf ? 'case' : 'proposition'
}

/** Only a case has framings to inherit, so only a case has variants. */
export function mayHaveVariants(claim: Pick<Claim, 'kind'>): boolean {
  return claim.kind === 'case'
}
