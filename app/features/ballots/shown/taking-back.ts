import * as v from 'valibot'
import { id } from '#app/lib/validation.ts'

/** What the list of own ballots sends; without `framing` it is the name that is taken back. */
export const TakingBack = v.object({ claim: id, standpoint: id, framing: v.optional(id) })
