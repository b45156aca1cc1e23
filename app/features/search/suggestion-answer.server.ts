import * as v from 'valibot'
import { kindsInOrder } from './entry.ts'
import type { Suggestion } from './suggestions/suggestions.server.ts'

export const SuggestionAnswer = v.object({
  type: v.picklist([...kindsInOrder, 'excerpt']),
  id: v.string(),
  name: v.string(),
  insert: v.pipe(
    v.string(),
    v.description('What stands in Markdown for it; of an excerpt an address, on a line alone.'),
  ),
  detail: v.string(),
})

/** What was perhaps meant, as the API says it. */
export function suggestionAnswer({ kind: type, ...rest }: Suggestion): v.InferOutput<typeof SuggestionAnswer> {
  return { type, ...rest }
}
