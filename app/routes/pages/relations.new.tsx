import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { relationKinds } from '#app/features/relations/kinds/kinds.server.ts'
import { nodePath } from '#app/features/relations/node.ts'
import { findNode } from '#app/features/relations/nodes/nodes.server.ts'
import { nodeOfRef } from '#app/features/relations/relating/ref.ts'
import { RelateForm } from '#app/features/relations/relating/relate-form.tsx'
import { relateByForm } from '#app/features/relations/relating/relating.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notFound, notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Relate')

const endsOf = (url: URL) => {
  const from = nodeOfRef(url.searchParams.get('from'))
  if (!from) throw notFound('place on the map')
  return { from, to: nodeOfRef(url.searchParams.get('to')) }
}

export const loader = pageLoader(async ({ db, member, url }) => {
  if (!member) throw notSignedIn()
  const { from, to } = endsOf(url)
  return { from: await findNode(db, from), to: to && (await findNode(db, to)), kinds: await relationKinds(db) }
})

export const action = pageAction(async ({ db, env, member, url, form }) => {
  const { from, to } = endsOf(url)
  await relateByForm(db, member, from, form.values(), { to, origin: env.ORIGIN })
  return redirect(`${nodePath(from)}#neighbourhood`)
})

export default function NewRelation() {
  const { from, to, kinds } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Relate it to something</h1>
      <p>
        How <a href={nodePath(from)}>{from.name}</a> relates to something else on the map. Whoever sees it otherwise
        says so in the relation’s thread.
      </p>
      <RelateForm {...{ from, to, kinds }} refused={useRefused()} />
      <p className="soft small">
        <a href="/relations/kinds">The kinds of relations</a>
      </p>
    </section>
  )
}
