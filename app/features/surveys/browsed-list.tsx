import type { Collection } from '#app/features/transcripts/collections/collection.ts'
import { TakeOutButton } from '#app/features/transcripts/collections/collection-forms.tsx'
import type { TranscriptFacts } from '#app/features/transcripts/transcript.ts'
import { TranscriptList } from '#app/features/transcripts/transcript-list.tsx'
import { counted, Empty, More } from '#app/ui/plain.tsx'
import { Count } from '#app/ui/time.tsx'
import { type Browse, queryOf } from './browse.ts'

interface BrowsedListProps {
  collection: Collection
  browse: Browse
  list: { items: TranscriptFacts[]; next: string | null }
  /** How many are left when it is narrowed. */
  count: number | null
  mayEdit: boolean
}

/** A page of a collection's transcripts, each leading on within it. */
export function BrowsedList({ collection, browse, list, count, mayEdit }: BrowsedListProps) {
  const scoreOf = ({ scores }: TranscriptFacts) =>
    browse.sort === 'score' ? (
      <p className="meta">
        <span>
          {browse.score}: {String(scores[browse.score] ?? 'none')}
        </span>
      </p>
    ) : null
  return (
    <>
      {count === null ? null : (
        <p>
          {counted(count, 'transcript')} of <Count n={collection.transcriptCount} />.{' '}
          <a href={`/collections/${collection.id}`}>Show all</a>
        </p>
      )}
      {list.items.length === 0 && count === null ? (
        <Empty>Transcripts that belong together stand here. Put them in below, by an import, or over the API.</Empty>
      ) : (
        <TranscriptList
          transcripts={list.items}
          within={collection.id}
          besideOf={(one) => (
            <>
              {scoreOf(one)}
              {mayEdit ? <TakeOutButton slug={collection.id} transcriptId={one.id} title={one.title} /> : null}
            </>
          )}
        />
      )}
      <More url={`/collections/${collection.id}${queryOf(browse)}`} next={list.next} />
    </>
  )
}
