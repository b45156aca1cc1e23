import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCollection, transcriptsIn } from '#app/features/transcripts/collections.server.ts'
import { TranscriptList } from '#app/features/transcripts/transcript-list.tsx'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { counted, Empty, More } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.collection.title ?? 'Collection'} · Parallax` },
]

export const loader = pageLoader(async ({ db, params, url }) => {
  const collection = await findCollection(db, params.id)
  return { collection, ...(await transcriptsIn(db, collection.id, pageOf(url, 50))) }
})

export default function CollectionPage() {
  const { collection, items, next } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>{collection.title}</h1>
      <p className="meta">
        <span>{counted(collection.transcriptCount, 'transcript')}</span>
        {collection.visibility === 'unlisted' ? <span>unlisted: found by its address only</span> : null}
        <span>
          since <Time ms={collection.createdAt} />
        </span>
      </p>
      {collection.description ? <p className="prose collection-description">{collection.description}</p> : null}
      {items.length === 0 ? (
        <Empty>Transcripts that belong together stand here; an import or the API puts them in.</Empty>
      ) : (
        <TranscriptList transcripts={items} />
      )}
      <More url={`/collections/${collection.id}`} next={next} />
    </section>
  )
}
