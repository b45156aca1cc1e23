import { Refusal } from '#app/lib/refusal.ts'
import { unkeepable } from '#app/lib/text.ts'
import type { Params } from './context.server.ts'

/** The named parts of an address. One with a NUL or half a character names nothing, and a database would break on it. */
export function paramsOf(params: Record<string, string | undefined>): Params {
  const isNothing = Object.values(params).some((part) => part !== undefined && unkeepable(part))
  if (isNothing) throw new Refusal('not found', 'Nothing is kept at this address.')
  return params as Params
}
