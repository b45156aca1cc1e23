import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { neighbourhoodPage } from '#app/features/relations/neighbourhood/neighbourhood-page.server.ts'
import { NeighbourhoodSection } from '#app/features/relations/neighbourhood/neighbourhood-section.tsx'
import { browsed, countBrowsed } from '#app/features/surveys/browse.server.ts'
import { browseOf, queryOf } from '#app/features/surveys/browse.ts'
import { BrowseTools } from '#app/features/surveys/browse-tools.tsx'
import { BrowsedList } from '#app/features/surveys/browsed-list.tsx'
import { facetsOf } from '#app/features/surveys/facets.server.ts'
import { SurveyLinks } from '#app/features/surveys/survey-links.tsx'
import { mayEditCollection } from '#app/features/transcripts/collections/collection.ts'
import { PutInForm } from '#app/features/transcripts/collections/collection-forms.tsx'
import { CollectionHead } from '#app/features/transcripts/collections/collection-head.tsx'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { headed } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { textIn } from '#app/lib/html-text.ts'
import { newId } from '#app/lib/ids.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { counted } from '#app/ui/plain.tsx'

export const meta = headed<typeof loader>(({ collection }) => ({
  title: collection.title,
  description:
    collection.visibility === 'public'
      ? textIn(collection.html) || `${counted(collection.transcriptCount, 'transcript')} that belong together.`
      : undefined,
}))

export const loader = pageLoader(async ({ db, member, params, url }) => {
  const collection = await findCollection(db, params.id)
  const browse = browseOf(url.searchParams)
  if (browse.sort === 'random' && !browse.seed)
    throw redirect(`/collections/${collection.id}${queryOf({ ...browse, seed: newId().slice(-6) })}`)
  const node = { kind: 'collection', id: collection.id, group: 'collection', name: collection.title } as const
  return {
    collection,
    neighbourhood: collection.visibility === 'public' ? await neighbourhoodPage(db, node) : null,
    browse,
    list: await browsed(db, collection.id, browse, pageOf(url, 50)),
    count: await countBrowsed(db, collection.id, browse),
    facets: await facetsOf(db, collection.id),
    isSignedIn: member !== null,
    mayEdit: mayEditCollection(member, collection),
  }
})

export default function CollectionPage() {
  const { isSignedIn, facets, neighbourhood, ...shown } = useLoaderData<typeof loader>()
  const { collection, mayEdit, browse } = shown
  return (
    <section className="column">
      <CollectionHead collection={collection}>
        <SurveyLinks collection={collection} mayEdit={mayEdit} />
      </CollectionHead>
      {collection.transcriptCount > 1 ? <BrowseTools slug={collection.id} browse={browse} facets={facets} /> : null}
      <BrowsedList {...shown} />
      {isSignedIn ? (
        <details>
          <summary>Put transcripts in</summary>
          <PutInForm slug={collection.id} />
        </details>
      ) : null}
      {neighbourhood ? <NeighbourhoodSection {...neighbourhood} /> : null}
    </section>
  )
}
