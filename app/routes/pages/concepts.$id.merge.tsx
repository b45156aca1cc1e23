import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { conceptsByIds, findConcept } from '#app/features/concepts/concepts.server.ts'
import { conceptMeant } from '#app/features/concepts/merging/merge.server.ts'
import { MergeForm, PartForm } from '#app/features/concepts/merging/merge-forms.tsx'
import {
  mergeConceptAndRelations,
  partConceptAndRelations,
} from '#app/features/moderation/merging/merge-nodes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Merge a concept')

export const loader = pageLoader(async ({ db, params, member, url }) => {
  if (!member) throw notSignedIn()
  const { id, name, mergedInto } = await findConcept(db, params.id)
  const into = mergedInto ? (await findConcept(db, mergedInto)).name : null
  const [chosen] = await conceptsByIds(db, [url.searchParams.get('into') ?? ''])
  return { id, name, into, chosen: chosen?.name ?? '' }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const reason = { why: form.get('why') ?? '' }
  if (form.get('deed') === 'part') await partConceptAndRelations(db, member, params.id, reason)
  else await mergeConceptAndRelations(db, member, params.id, await conceptMeant(db, form.get('into') ?? ''), reason)
  return redirect(`/concepts/${params.id}/history`)
})

export default function MergeConcept() {
  const { id, name, into, chosen } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>{into ? `“${name}” was merged into “${into}”` : `Merge “${name}” into another concept`}</h1>
      {into ? <PartForm refused={refused} /> : <MergeForm into={chosen} refused={refused} />}
      <p>
        <a href={`/concepts/${id}/history`}>Its history</a>
      </p>
    </section>
  )
}
