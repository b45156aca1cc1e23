import { invalid, Refusal } from '#app/lib/refusal.ts'
import { unkeepable } from '#app/lib/text.ts'
import type { Params } from './context.server.ts'

/** The named parts of an address. One with a NUL or half a character names nothing, and a database would break on it. */
export function paramsOf(params: Record<string, string | undefined>): Params {
  const isNothing = Object.values(params).some((part) => part !== undefined && unkeepable(part))
  if (isNothing) throw new Refusal('not found', 'Nothing is kept at this address.')
  return params as Params
}

/** The address asked for. A query with a NUL in it is refused by name, since a database would break on it. */
export function urlOf(request: Request): URL {
  const url = new URL(request.url)
  refuseUnkeepable(url.searchParams)
  return url
}

/** Refuses text that cannot be kept, by the fields that it stands in. */
export function refuseUnkeepable(pairs: Iterable<[string, string]>) {
  const errors: Record<string, string> = {}
  for (const [name, value] of pairs) {
    const why = unkeepable(value)
    if (why) errors[name] = `This ${why}`
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
}
