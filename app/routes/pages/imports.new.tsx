import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bringUpload, onceSeen } from '#app/features/exchange/importing/imports.server.ts'
import { ImportForm } from '#app/features/exchange/importing/pages/import-form.tsx'
import { newestCollections } from '#app/features/transcripts/collections.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Import')

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const collections = (await newestCollections(db, { limit: 100, after: null })).items
  return { collections, collection: url.searchParams.get('collection') ?? '' }
})

/** Keeps the files and leads to what would be made of them. */
export const action = pageAction(async ({ db, member, form }) => {
  const { format, collection, classifier, text } = form.values()
  const settings = { format, collection, classifier } as Parameters<typeof bringUpload>[2]['settings']
  const { id } = await bringUpload(db, member, { files: form.files('files'), text, settings })
  await onceSeen(db, id)
  return redirect(`/imports/${id}`)
})

export default function NewImport() {
  const { collections, collection } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Import</h1>
      <p>
        Transcripts by the file, with labels and verdicts where they come with them. For one dialogue at a time, with
        its turns to correct, <a href="/transcripts/new">paste it</a>. <a href="/imports">Your imports</a>
      </p>
      <ImportForm refused={useRefused()} typed={{ collection }} collections={collections} />
    </section>
  )
}
