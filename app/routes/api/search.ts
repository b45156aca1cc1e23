import { hitAnswer } from '#app/features/search/hit-answer.server.ts'
import { kindAsked, search } from '#app/features/search/search.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const searching = endpoint({
  get: reading(
    {
      summary:
        'Finds by words; beside the list it answers `counts` by type, whether the words were found `byBeginnings` alone, and, where nothing is found, `suggestion`.',
      answers: 'hit[]',
      costs: 'search',
      query: {
        q: 'words, "phrases", prefix*, -not, and author: label: model: role: type: before: after:',
        type: 'only of this type: post, comment, turn, transcript, claim, framing, label or member',
      },
    },
    async ({ db, url }) => {
      const page = pageOf(url, 20)
      const { items, ...found } = await search(db, url.searchParams.get('q') ?? '', kindAsked(url), page)
      return { items: items.map(hitAnswer), ...found }
    },
  ),
})

export const loader = searching
export const action = searching
