import * as v from 'valibot'
import { id, required } from '#app/lib/validation.ts'

export const standpointNameLimit = 120
export const standpointDefinitionLimit = 2000

/** More would not fit into the number by which the doctor's recount writes down what a member judged from all of them. */
export const mostStandpoints = 24

/** Where everybody begins: position 0 of every claim. */
export const allThingsConsidered = {
  name: 'all things considered',
  definition: 'Everything you know and hold weighs in; nothing is held fixed.',
}

export const StandpointDraft = v.object({
  name: required(standpointNameLimit),
  definition: required(standpointDefinitionLimit),
  propositionId: v.nullish(id),
})

export type StandpointGiven = v.InferInput<typeof StandpointDraft>
export type StandpointWanted = v.InferOutput<typeof StandpointDraft>

/** What is held fixed while judging a claim; a supposition may name a proposition. */
export interface Standpoint {
  id: string
  name: string
  definition: string
  propositionId: string | null
  position: number
  version: number
  proposerId: string
}
