import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { importWith } from '#app/features/exchange/importing/brought.server.ts'
import { decide } from '#app/features/exchange/importing/deciding.server.ts'
import { nameOf } from '#app/features/exchange/importing/import.ts'
import { onceSeen } from '#app/features/exchange/importing/imports.server.ts'
import { ImportShown } from '#app/features/exchange/importing/pages/import-shown.tsx'
import { newestCollections } from '#app/features/transcripts/collections.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Import')

export const loader = pageLoader(async ({ db, member, params }) => {
  if (!member) throw notSignedIn()
  const collections = (await newestCollections(db, { limit: 100, after: null })).items
  return { ...(await importWith(db, member, params.id)), collections }
})

/** Looks again, imports, or throws away. */
export const action = pageAction(async ({ db, member, params: { id }, form }) => {
  const isKept = await decide(db, member, id, form.values())
  if (isKept) await onceSeen(db, id)
  return redirect(isKept ? `/imports/${id}` : '/imports')
})

export default function ShowImport() {
  const { shown, version, collections, brought } = useLoaderData<typeof loader>()
  const refused = useRefused()
  const [first, ...others] = shown.files.map(nameOf)
  return (
    <section className="column" data-watch={`import.${shown.id}~${version}`}>
      <h1>Import</h1>
      <p className="meta">
        <span>
          {first}
          {others.length > 0 ? ` and ${others.length} more` : ''}
        </span>
        <a href="/imports">Your imports</a>
      </p>
      <div id="import" data-live>
        <ImportShown shown={shown} collections={collections} brought={brought} refused={refused} />
      </div>
    </section>
  )
}
