import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { transcriptsIn } from '#app/features/transcripts/collections/collection.ts'
import { PutInForm } from '#app/features/transcripts/collections/collection-forms.tsx'
import { OfCollection } from '#app/features/transcripts/collections/collection-head.tsx'
import { findCollection, putIn } from '#app/features/transcripts/collections.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Put transcripts in a collection')

export const loader = pageLoader(async ({ db, params }) => ({ collection: await findCollection(db, params.id) }))

export const action = pageAction(async ({ db, member, params, form }) => {
  const { id } = await putIn(db, member, params.id, transcriptsIn(form.get('transcripts') ?? ''))
  return redirect(`/collections/${id}`)
})

export default function PutIn() {
  const { collection } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Put transcripts in</h1>
      <OfCollection collection={collection} />
      <PutInForm slug={collection.id} refused={useRefused()} />
    </section>
  )
}
