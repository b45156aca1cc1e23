import type { Excerpt } from '../excerpt.ts'
import { CollectionWay } from './collection-way.tsx'
import { placesOf } from './find-words.ts'
import type { MarginSlots } from './margin.tsx'
import type { Within } from './neighbours.server.ts'
import type { Reading } from './reading.server.ts'
import { Narrowed, ReadingParts, ReadingTools, ReadingWays } from './reading-tools.tsx'
import { MarkList, TranscriptMap } from './transcript-map.tsx'
import { Turns } from './turns.tsx'
import { placeAddress, type View } from './view.ts'

interface PageProps extends Pick<MarginSlots, 'marginFor' | 'signOf'> {
  view: View
  reading: Reading
  excerpts: Excerpt[]
  /** Ids of the excerpts over whose labels members differ. */
  disputed: string[]
  within: Within | null
}

/** A transcript as it is read: what to show of it, the turns with their margin, and the map at the edge. */
export function ReadingPage({ view, reading, excerpts, disputed, within, ...slots }: PageProps) {
  const { transcript, turns, sizes, marks } = reading
  const disputes = new Set(disputed)
  const shown = new Set(turns.map(({ number }) => number))
  const addressOf = (turn: number, id: string) => placeAddress(transcript.id, view, shown, turn, id)
  const places = view.q === '' ? 0 : turns.reduce((sum, { turn }) => sum + placesOf(turn.text, view.q).length, 0)
  const way = <ReadingParts reading={reading} view={view} />
  return (
    <>
      <CollectionWay transcriptId={transcript.id} within={within} />
      <ReadingTools transcriptId={transcript.id} view={view} />
      <ReadingWays transcriptId={transcript.id} />
      <MarkList marks={marks} disputed={disputes} addressOf={addressOf} />
      <Narrowed reading={reading} view={view} places={places} />
      {way}
      <div className="reading">
        <Turns
          {...slots}
          transcriptId={transcript.id}
          turns={turns}
          excerpts={excerpts}
          q={view.q}
          folded={view.folded}
          disputes={marks.filter(({ id }) => disputes.has(id))}
          addressOf={addressOf}
        />
        <TranscriptMap sizes={sizes} marks={marks} disputed={disputes} shown={[...shown]} addressOf={addressOf} />
      </div>
      {way}
    </>
  )
}
