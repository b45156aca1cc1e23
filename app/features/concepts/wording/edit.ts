import * as v from 'valibot'
import { optional } from '#app/lib/validation.ts'
import { ConceptDraft } from '../concept.ts'
import type { Words } from './words.ts'

const since = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(Number),
  v.check((version) => Number.isInteger(version) && version > 0, 'The version from which the edit began: a number.'),
)

/** An edit: what is left out stays. `since` is the version that was read before. */
export const ConceptEdit = v.object({ ...v.partial(ConceptDraft).entries, since, why: optional(500) })
export type ConceptEdit = v.InferInput<typeof ConceptEdit>

/** What a concept said from a version on, who wrote it and why. */
export interface Revision {
  version: number
  words: Words
  why: string
  /** The version whose words these are again. */
  restores: number | null
  handle: string
  createdAt: number
}
