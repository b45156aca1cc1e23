import { Count } from '#app/ui/time.tsx'
import type { Within } from './neighbours.server.ts'

/** The way through a collection, from one of its transcripts. */
export function CollectionWay({ transcriptId, within }: { transcriptId: string; within: Within | null }) {
  if (!within) return null
  const { collection, place, before, after } = within
  const query = `?in=${encodeURIComponent(collection.id)}`
  return (
    <nav className="collection-way" aria-label="Way through the collection">
      <span>
        <Count n={place} /> of <Count n={collection.transcriptCount} /> in{' '}
        <a href={`/collections/${collection.id}`}>{collection.title}</a>
      </span>
      {before ? (
        <a href={`/transcripts/${before}${query}`} rel="prev">
          Previous transcript
        </a>
      ) : null}
      {after ? (
        <a href={`/transcripts/${after}${query}`} rel="next">
          Next transcript
        </a>
      ) : null}
      {before || after ? <a href={`/transcripts/${transcriptId}/another${query}`}>One at random</a> : null}
    </nav>
  )
}
