import * as v from 'valibot'
import { id, optional } from '#app/lib/validation.ts'

export const framingNameLimit = 120
export const framingDefinitionLimit = 2000
const rationaleLimit = 2000
export const hues = 8

/** The one framing of every proposition. */
export const builtInFraming = {
  name: 'holds as stated',
  definition: 'What the proposition says is so, in the words in which it says it.',
}

/** A framing that is there already, by `id` or by its name; or a new one, which needs a definition. */
export const FramingDraft = v.object({
  id: v.nullish(id),
  name: optional(framingNameLimit),
  definition: optional(framingDefinitionLimit),
  coinedBy: optional(200),
  rationale: optional(rationaleLimit),
})

export type FramingGiven = v.InferInput<typeof FramingDraft>
export type FramingWanted = v.InferOutput<typeof FramingDraft>

/** A named reading of a case, once for the whole site. */
export interface Framing {
  id: string
  name: string
  definition: string
  coinedBy: string
  isBuiltIn: boolean
  /** 0 to 7: its colour wherever it is drawn. */
  hue: number
  version: number
  /** Null: built in. */
  proposerId: string | null
  /** The imported claim that it belongs to, until it is adopted for the whole site. */
  claimId: string | null
  /** The framing that it leads to since it was merged. */
  mergedInto: string | null
  /** Why it was proposed for the claim it is listed with; empty elsewhere. */
  rationale: string
  createdAt: number
}

/** The next hue in turn that no framing beside it has; when all are taken, simply the next in turn. */
export function hueAfter(framingCount: number, beside: readonly number[]): number {
  const turns = Array.from({ length: hues }, (_, turn) => (framingCount + turn) % hues)
  return turns.find((hue) => !beside.includes(hue)) ?? (turns[0] as number)
}

/** What a case asks first. Framings that came with it are sentences that somebody said, and no names. */
export function firstQuestion({ framings }: { framings: readonly Pick<Framing, 'claimId'>[] }): string {
  const brought = framings.filter(({ claimId }) => claimId !== null)
  return brought.length * 2 > framings.length ? 'Which of these says it best?' : 'What would you call this?'
}
