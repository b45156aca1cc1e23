import { useLoaderData } from '@remix-run/react'
import { Diff } from '#app/features/discussion/posts/diff.tsx'
import { OfCollection } from '#app/features/transcripts/collections/collection-head.tsx'
import { CollectionVersionList } from '#app/features/transcripts/collections/collection-version-list.tsx'
import { versionsOfCollection } from '#app/features/transcripts/collections/editing.server.ts'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { AsWritten } from '#app/ui/changed-words.tsx'

export const meta = titled('What a collection was called')

export const loader = pageLoader(async ({ db, params }) => {
  const collection = await findCollection(db, params.id)
  return { collection, versions: await versionsOfCollection(db, collection) }
})

export default function CollectionHistory() {
  const { collection, versions } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>History</h1>
      <OfCollection collection={collection} />
      <AsWritten />
      <CollectionVersionList versions={versions} Diff={Diff} />
    </section>
  )
}
