import type { TranscriptFacts } from '#app/features/transcripts/transcript.ts'
import { transcriptsByIds } from '#app/features/transcripts/transcripts.server.ts'
import { type Page, type Paged, paged } from '#app/lib/paging.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import * as queries from './browse.queries.server.ts'
import { type Browse, isNarrowed } from './browse.ts'

/** A page of a collection's transcripts in the order that is asked for; votes and newcomers may move what is still to come, and repeat nothing in order and at random. */
export async function browsed(db: Db, slug: string, browse: Browse, page: Page): Promise<Paged<TranscriptFacts>> {
  const rows = await queries.selectPlaces(db, slug, browse, page.limit, page.after && placeIn(page.after))
  const { items, next } = paged(rows, page.limit, ({ key, position }) => [key, position])
  const facts = await transcriptsByIds(
    db,
    items.map((row) => row.transcript_id),
  )
  return { items: items.map((row) => facts.get(row.transcript_id) as TranscriptFacts), next }
}

/** How many are left of a collection that is narrowed; null where it is not. */
export async function countBrowsed(db: Db, slug: string, browse: Browse): Promise<number | null> {
  return isNarrowed(browse) ? queries.selectPlaceCount(db, slug, browse) : null
}

function placeIn([key, position, ...more]: (string | number)[]): [number, number] {
  const isPlace = typeof key === 'number' && Number.isInteger(position) && Math.abs(position as number) < 2 ** 31
  if (!isPlace || more.length > 0) throw invalid({ cursor: 'This cursor is of another list.' })
  return [key, position as number]
}
