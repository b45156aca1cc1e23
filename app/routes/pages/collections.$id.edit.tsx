import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type CollectionEdit, mayEditCollection } from '#app/features/transcripts/collections/collection.ts'
import { CollectionForm } from '#app/features/transcripts/collections/collection-forms.tsx'
import { editCollection } from '#app/features/transcripts/collections/editing.server.ts'
import { findCollection } from '#app/features/transcripts/collections.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Edit a collection')

export const loader = pageLoader(async ({ db, params, member }) => {
  if (!member) throw notSignedIn()
  const collection = await findCollection(db, params.id)
  if (!mayEditCollection(member, collection))
    throw notAllowed('Only whoever made a collection, and moderators, edit it.')
  return { collection }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const { id } = await editCollection(db, member, params.id, form.values() as CollectionEdit)
  return redirect(`/collections/${id}`)
})

export default function EditCollection() {
  const { collection } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Edit “{collection.title}”</h1>
      <CollectionForm collection={collection} refused={useRefused()} />
    </section>
  )
}
