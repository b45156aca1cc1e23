import * as v from 'valibot'
import { required } from '#app/lib/validation.ts'

/** Why somebody says that they are an imported author. */
export const AttributionRequest = v.object({ why: required(1000) })

/** Somebody says that they are an imported author, and nobody has decided. */
export interface Attribution {
  unclaimed: { id: string; handle: string }
  member: { id: string; handle: string }
  why: string
  askedAt: number
}
