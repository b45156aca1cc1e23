import * as v from 'valibot'
import { required } from '#app/lib/validation.ts'
import { framingNameLimit } from '../framing.ts'

/** Another name of a framing. */
export const FramingName = v.object({ name: required(framingNameLimit) })
export type FramingName = v.InferInput<typeof FramingName>
