import { suggestionAnswer } from '#app/features/search/suggestion-answer.server.ts'
import {
  mostSuggestions,
  peopleSuggested,
  thingsSuggested,
} from '#app/features/search/suggestions/suggestions.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { invalid } from '#app/lib/refusal.ts'

const suggesting = endpoint({
  get: reading(
    {
      summary: 'What a name that somebody begins to write may lead to, at most eight.',
      answers: 'suggestion[]',
      costs: 'suggestions',
      query: {
        q: 'the beginning of a handle, or of the words of a name; at least two characters',
        kind: 'people, as after an @; or things, as after [[: labels, framings, concepts, claims, posts and excerpts',
      },
    },
    async ({ db, url }) => {
      const [q, kind] = [url.searchParams.get('q') ?? '', url.searchParams.get('kind') ?? 'things']
      if (kind !== 'people' && kind !== 'things') throw invalid({ kind: 'A kind is people or things.' })
      const { limit, after } = pageOf(url, mostSuggestions)
      // All that is suggested stands on the first page.
      if (after) return { items: [], next: null }
      const items = kind === 'people' ? await peopleSuggested(db, q) : await thingsSuggested(db, q)
      return { items: items.slice(0, limit).map(suggestionAnswer), next: null }
    },
  ),
})

export const loader = suggesting
export const action = suggesting
