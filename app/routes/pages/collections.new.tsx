import { redirect } from '@remix-run/node'
import { CollectionForm } from '#app/features/transcripts/collections/collection-forms.tsx'
import { startCollection } from '#app/features/transcripts/collections.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Make a collection')

export const loader = pageLoader(async ({ member }) => {
  if (!member) throw notSignedIn()
  return null
})

export const action = pageAction(async ({ db, member, form }) => {
  const { id } = await startCollection(db, member, form.values())
  return redirect(`/collections/${id}`)
})

export default function NewCollection() {
  return (
    <section className="column">
      <h1>Make a collection</h1>
      <CollectionForm refused={useRefused()} />
    </section>
  )
}
