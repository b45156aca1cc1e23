import { useLoaderData } from '@remix-run/react'
import { CollectionList } from '#app/features/transcripts/collections/collection-list.tsx'
import { newestCollections } from '#app/features/transcripts/collections.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled(
  'Collections',
  'Transcripts that belong together: experiments with conditions and scores, to browse, label and download.',
)

export const loader = pageLoader(async ({ db, url }) => newestCollections(db, pageOf(url, 30)))

export default function Collections() {
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <div className="title-row">
        <h1>Collections</h1>
        <a className="button" href="/collections/new">
          Make a collection
        </a>
      </div>
      <p>Transcripts that belong together, as those of one experiment, to be read and compared by condition.</p>
      {items.length === 0 ? (
        <Empty href="/collections/new" step="Make the first">
          Sets of transcripts stand here, newest first.
        </Empty>
      ) : (
        <CollectionList collections={items} />
      )}
      <More url="/collections" next={next} />
    </section>
  )
}
