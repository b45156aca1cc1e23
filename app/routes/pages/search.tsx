import { useLoaderData } from '@remix-run/react'
import { type Found, kindAsked, search } from '#app/features/search/search.server.ts'
import { SearchForm } from '#app/features/search/search-form.tsx'
import { SearchResults, SearchTabs, searchAddress } from '#app/features/search/search-results.tsx'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ q }) => ({
  title: q ? `${q} · Search` : 'Search',
  description: q
    ? undefined
    : 'Posts, comments, turns of transcripts, claims, framings, labels and concepts, by their words.',
}))

export const loader = pageLoader(async ({ db, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim()
  const asked = { q, kind: kindAsked(url), faults: [] as string[], found: null as Found | null }
  if (q === '') return asked
  try {
    return { ...asked, found: await search(db, q, asked.kind, pageOf(url, 20)) }
  } catch (error) {
    // What was typed is mended where it was typed.
    if (isRefusal(error) && error.errors.q) return { ...asked, faults: error.errors.q }
    throw error
  }
}, 'search')

export default function SearchPage() {
  const { q, kind, faults, found } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Search</h1>
      <SearchForm q={q} kind={kind} faults={faults} />
      {found ? <Results q={q} kind={kind} found={found} /> : null}
    </section>
  )
}

type Asked = ReturnType<typeof useLoaderData<typeof loader>>

function Results({ q, kind, found }: Pick<Asked, 'q' | 'kind'> & { found: NonNullable<Asked['found']> }) {
  return (
    <>
      {found.suggestion ? (
        <p className="notice">
          Did you mean <a href={searchAddress(found.suggestion, kind)}>{found.suggestion}</a>?
        </p>
      ) : null}
      {found.byBeginnings ? <p className="soft">Nothing has these words themselves. Here they begin so:</p> : null}
      {isAnythingFound(found.counts) ? <SearchTabs q={q} kind={kind} counts={found.counts} /> : null}
      {found.items.length === 0 ? (
        <Empty>Nothing has all of this, nor words that begin so. Fewer words find more.</Empty>
      ) : null}
      <SearchResults hits={found.items} />
      <More url={searchAddress(q, kind)} next={found.next} />
    </>
  )
}

const isAnythingFound = (counts: Record<string, number>) => Object.values(counts).some((count) => count > 0)
