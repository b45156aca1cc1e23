import { useLoaderData } from '@remix-run/react'
import { newestImports } from '#app/features/exchange/importing/imports.server.ts'
import { ImportList } from '#app/features/exchange/importing/pages/import-list.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { Empty, More } from '#app/ui/plain.tsx'

export const meta = titled('Your imports')

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  return newestImports(db, member, pageOf(url, 30))
})

export default function Imports() {
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <div className="title-row">
        <h1>Your imports</h1>
        <a className="button" href="/imports/new">
          Import
        </a>
      </div>
      <p>What you brought by the file. Only you and the moderators see this page.</p>
      {items.length === 0 ? (
        <Empty href="/imports/new" step="Import files">
          Each import stays here with what it made and what it refused.
        </Empty>
      ) : (
        <ImportList imports={items} />
      )}
      <More url="/imports" next={next} />
    </section>
  )
}
