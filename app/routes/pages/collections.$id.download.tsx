import { useLoaderData } from '@remix-run/react'
import { FileList } from '#app/features/surveys/downloads/file-list.tsx'
import { OfCollection } from '#app/features/transcripts/collections/collection-head.tsx'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const meta = titled('Download a collection')

export const loader = pageLoader(async ({ db, params }) => ({ collection: await findCollection(db, params.id) }))

export default function Download() {
  const { collection } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Download</h1>
      <OfCollection collection={collection} />
      <FileList slug={collection.id} />
    </section>
  )
}
