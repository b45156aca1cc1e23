import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allLabelNames, findLabel } from '#app/features/labels/labels.server.ts'
import { weightOf } from '#app/features/labels/merging/merge.server.ts'
import { MergeForm, PartForm } from '#app/features/labels/merging/merge-forms.tsx'
import { refuseUnlessRuling } from '#app/features/labels/rulings/rulings.server.ts'
import { mergeLabelAndRelations, partLabelAndRelations } from '#app/features/moderation/merging/merge-nodes.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Merge a label')

export const loader = pageLoader(async ({ db, params, member }) => {
  if (!member) throw notSignedIn()
  refuseUnlessRuling(member)
  const { id, name, mergedInto } = await findLabel(db, params.id)
  const names = (await allLabelNames(db)).filter((one) => one.id !== id && one.retiredAt === null)
  return {
    ...{ id, name, weight: await weightOf(db, id) },
    into: mergedInto && (await findLabel(db, mergedInto)).name,
    names: names.map((one) => ({ id: one.id, name: one.name })),
  }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  const reason = { why: form.get('why') ?? '' }
  if (form.get('deed') === 'part') await partLabelAndRelations(db, member, params.id, reason)
  else await mergeLabelAndRelations(db, member, params.id, form.get('into') ?? '', reason)
  return redirect(`/labels/${params.id}/history`)
})

export default function MergeLabel() {
  const { id, name, into, weight, names } = useLoaderData<typeof loader>()
  const refused = useRefused()
  return (
    <section className="column">
      <h1>{into ? `“${name}” was merged into “${into}”` : `Merge “${name}” into another label`}</h1>
      {into ? <PartForm refused={refused} /> : <MergeForm {...{ weight, names, refused }} />}
      <p>
        <a href={`/labels/${id}/history`}>Its history</a>
      </p>
    </section>
  )
}
