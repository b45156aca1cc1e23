import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findFraming, newestFramings } from '#app/features/claims/framings.server.ts'
import { weightOf } from '#app/features/claims/naming/merge.server.ts'
import { MergeForm } from '#app/features/claims/naming/naming-forms.tsx'
import { refuseUnlessRuling } from '#app/features/claims/wording/wording.server.ts'
import { mergeFramings } from '#app/features/moderation/merging/merge-framings.server.ts'
import { titled } from '#app/http/found/head.ts'
import { pageAction, pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'
import { useRefused } from '#app/ui/form.tsx'

export const meta = titled('Merge a framing')

export const loader = pageLoader(async ({ db, params, member }) => {
  if (!member) throw notSignedIn()
  refuseUnlessRuling(member)
  const { id, name, claimId } = await findFraming(db, params.id)
  const { items } = await newestFramings(db, { limit: 500, after: null })
  const others = items.filter((one) => !one.isBuiltIn && one.id !== id && (!one.claimId || one.claimId === claimId))
  const names = others.map((one) => ({ id: one.id, name: one.name })).sort((a, b) => a.name.localeCompare(b.name))
  return { id, name, names, weight: await weightOf(db, id) }
})

export const action = pageAction(async ({ db, member, params, form }) => {
  await mergeFramings(db, member, params.id, { into: form.get('into') ?? '', why: form.get('why') ?? '' })
  return redirect(`/framings/${params.id}/history`)
})

export default function MergeFraming() {
  const { id, name, names, weight } = useLoaderData<typeof loader>()
  return (
    <section className="column">
      <h1>Merge “{name}” into another framing</h1>
      <MergeForm names={names} weight={weight} refused={useRefused()} />
      <p>
        <a href={`/framings/${id}/history`}>Its history</a>
      </p>
    </section>
  )
}
