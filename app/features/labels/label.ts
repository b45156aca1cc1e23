import * as v from 'valibot'
import { optional, required } from '#app/lib/validation.ts'

export interface Label {
  id: string
  name: string
  definition: string
  examples: string
  counterExamples: string
  version: number
  /** The version since which its words mean what they mean now: votes on earlier ones are counted apart. */
  meaning: number
  /** The label that this one leads to since it was merged. */
  mergedInto: string | null
  /** Since when it is put on nothing more. */
  retiredAt: number | null
  /** Who proposed it. */
  memberId: string
  createdAt: number
}

/** A label with how many excerpts carry it, and on how many of them it is contested. */
export interface UsedLabel extends Label {
  used: number
  contested: number
}

const oneLine = v.transform((name: string) => name.replace(/\s+/g, ' '))

export const LabelDraft = v.object({
  name: v.pipe(required(80), oneLine),
  definition: optional(2000),
  examples: optional(4000),
  counterExamples: optional(4000),
})

const hues = 6

// Of one shape a hue, so that colour is never the only sign; filled, hollow or in part, so that fewer labels look alike.
const marks = ['●○◐', '▲△◭', '■□◧', '◆◇◈', '✚✛✜', '★☆✪']

/** One of six hues (0–5) and a mark to go with it, the same wherever the label shows. */
export function signOf(labelId: string): { hue: number; mark: string } {
  let hash = 0
  for (const character of labelId) hash = (hash * 31 + character.charCodeAt(0)) >>> 0
  const hue = hash % hues
  return { hue, mark: marks[hue]?.[Math.floor(hash / hues) % 3] as string }
}
